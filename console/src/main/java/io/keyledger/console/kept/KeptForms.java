package io.keyledger.console.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The forms that are kept, in memory, one a session: so many, so large and so long, whoever sends
 * how many. Beyond that the oldest goes.
 */
public final class KeptForms {

    static final int MOST = 200;

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final String NUMBER = KeptForms.class.getName();
    private static final Set<String> OF_THE_SESSION = Set.of(KeptForm.BY, "_csrf");

    private final Map<String, KeptForm> forms = new LinkedHashMap<>();

    /**
     * Keeps what was sent for the session, which begins now if there is none.
     *
     * @return whether it may be kept
     */
    public boolean keep(HttpServletRequest request) {
        if (!Keepable.is(request)) {
            return false;
        }
        Map<String, String[]> fields = new HashMap<>(request.getParameterMap());
        OF_THE_SESSION.forEach(fields::remove);
        put(
                numberOf(request.getSession()),
                new KeptForm(
                        request.getParameter(KeptForm.BY),
                        request.getRequestURI(),
                        fields,
                        Instant.now().plus(KEPT),
                        false));
        return true;
    }

    /** What is kept for the session of a request, if it was shown to that somebody before. */
    private @Nullable KeptForm of(HttpServletRequest request, String who) {
        HttpSession session = request.getSession(false);
        KeptForm kept = session == null ? null : get(session);
        return kept != null && kept.by().equals(who) ? kept : null;
    }

    /** The same, which was shown again then; it may be shown once more until it is forgotten. */
    public @Nullable KeptForm show(HttpServletRequest request, String who) {
        KeptForm kept = of(request, who);
        if (kept != null) {
            put(numberOf(request.getSession()), kept.asShown());
        }
        return kept;
    }

    /** Whether something is kept for that somebody which was not shown again. */
    public boolean isToBeShown(HttpServletRequest request, String who) {
        KeptForm kept = of(request, who);
        return kept != null && !kept.shown();
    }

    private static String numberOf(HttpSession session) {
        if (!(session.getAttribute(NUMBER) instanceof String)) {
            session.setAttribute(NUMBER, UUID.randomUUID().toString());
        }
        return (String) session.getAttribute(NUMBER);
    }

    private synchronized @Nullable KeptForm get(HttpSession session) {
        KeptForm kept =
                session.getAttribute(NUMBER) instanceof String number ? forms.get(number) : null;
        return kept == null || kept.isOver() ? null : kept;
    }

    private synchronized void put(String number, KeptForm form) {
        forms.remove(number);
        forms.put(number, form);
        Iterator<KeptForm> oldest = forms.values().iterator();
        while (oldest.hasNext() && (oldest.next().isOver() || forms.size() > MOST)) {
            oldest.remove();
        }
    }
}
