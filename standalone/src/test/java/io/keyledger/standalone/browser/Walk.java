package io.keyledger.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes wherever links lead, to a few pages of each kind: those whose addresses differ in ids and in
 * what is asked of the page alone.
 */
final class Walk {

    private static final int OF_A_KIND = 2;
    private static final Pattern LINK =
            Pattern.compile("(?:href|hx-get)=\"(/console/(?!_/|sign-)[^\"#]*)");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27,}|(?<=/timeline/)[^/?]+|\\?.*");

    private final BrowserContext context;
    private final String origin;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> met = new HashSet<>();
    private final Map<String, Integer> ofKind = new HashMap<>();
    private final Map<String, String> ledBy = new HashMap<>();

    Walk(BrowserContext context, String origin) {
        this.context = context;
        this.origin = origin;
    }

    /**
     * To all that these pages lead to, none of which may be refused.
     *
     * @return how many they were
     */
    int from(List<String> pages) {
        List<String> broken = new ArrayList<>();
        met.addAll(pages);
        ahead.addAll(pages);
        int seen = 0;
        for (String page = ahead.poll(); page != null; page = ahead.poll()) {
            APIResponse answer = context.request().get(origin + page);
            String text = answer.text();
            seen++;
            if (answer.status() != 200 && !wasNotThereYet(answer.status(), page)) {
                broken.add("%d %s, led to by %s".formatted(answer.status(), page, ledBy.get(page)));
            }
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                meet(links.group(1).replace("&amp;", "&"), page);
            }
            answer.dispose();
        }
        assertThat(broken).isEmpty();
        return seen;
    }

    /** Moments are chosen without knowing what there was. */
    private static boolean wasNotThereYet(int status, String page) {
        return status == 404 && page.contains("at=");
    }

    private void meet(String page, String from) {
        String kind = ID.matcher(page).replaceAll("…");
        if (met.add(page) && ofKind.merge(kind, 1, Integer::sum) <= OF_A_KIND) {
            ledBy.put(page, from);
            ahead.add(page);
        }
    }
}
