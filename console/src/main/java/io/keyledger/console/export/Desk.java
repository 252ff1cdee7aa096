package io.keyledger.console.export;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.ConsoleSettings;
import io.keyledger.console.kept.KeptForm;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Where tables are asked for. What is written within a moment is handed over at once; the rest is
 * waited for on a page, or not waited for.
 */
public class Desk {

    static final Duration KEPT = Duration.ofHours(1);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final String SHELF = Shelf.class.getName();

    private final Room room;

    public Desk(ConsoleSettings settings) {
        this.room = new Room(Room.Bounds.of(settings.exportBytes()));
    }

    /**
     * Begins an export.
     *
     * @return the view to go on with; null if the table was handed over
     * @throws RuntimeException what the API refused before a row was read
     */
    public @Nullable String take(
            Visitor visitor,
            Wanted wanted,
            Table table,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (isShownAgain(request)) {
            return "redirect:" + wanted.page();
        }
        Shelf shelf = shelf(visitor, request.getSession());
        try {
            Export export = shelf.start(wanted, table, visitor.id());
            if (export.isOverWithin(A_MOMENT)) {
                return handOver(shelf, export, response);
            }
            return page(wanted.ws()) + "#row-" + export.id();
        } catch (Full full) {
            RequestContextUtils.getOutputFlashMap(request).put("refused", full.sentence());
            return page(wanted.ws());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String page(String ws) {
        return "redirect:" + PATH + "/" + ws + "/exports";
    }

    private static @Nullable String handOver(
            Shelf shelf, Export export, HttpServletResponse response) throws IOException {
        if (export.state() == Export.State.COMPLETE) {
            send(export, response);
            shelf.remove(export);
            return null;
        }
        if (export.failure() instanceof RuntimeException refused && export.gauge().rows() == 0) {
            shelf.remove(export);
            throw refused;
        }
        return page(export.wanted().ws()) + "#row-" + export.id();
    }

    static void send(Export export, HttpServletResponse response) throws IOException {
        try (InputStream table = export.spool().reader()) {
            response.setContentType("text/csv;charset=UTF-8");
            response.setContentLengthLong(export.spool().length());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(export.wanted().file())
                            .build()
                            .toString());
            table.transferTo(response.getOutputStream());
        }
    }

    /** Of whoever is signed in now; those of somebody before him in the session end with it. */
    Shelf shelf(Visitor visitor, HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(SHELF) instanceof Shelf shelf && shelf.isOf(visitor)) {
                return shelf;
            }
            Shelf shelf = new Shelf(visitor, room, KEPT);
            session.setAttribute(SHELF, shelf);
            return shelf;
        }
    }

    /** What was kept of a lost session is shown and never carried out. */
    static boolean isShownAgain(HttpServletRequest request) {
        return request.getAttribute(KeptForm.SHOWN) != null;
    }
}
