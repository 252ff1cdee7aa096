package io.keyledger.console.timeline;

import io.keyledger.console.ConsoleMount;
import io.keyledger.console.listing.Search.Chip;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;

import org.springframework.web.util.UriComponentsBuilder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which entries a timeline shows, and whether it goes on by itself: all of it is in its address.
 *
 * @param filters the API's
 */
public record Looked(String ws, Map<String, String> filters, Mode mode) {

    /** The filter for a service user, which is its id. */
    static final String USER = "user";

    /** In the API's order. */
    private static final List<String> FILTERS =
            List.of(
                    "kind",
                    "decision",
                    "reason",
                    USER,
                    "key",
                    "subject",
                    "actor",
                    "type",
                    "policy",
                    "address",
                    "q",
                    "from",
                    "to",
                    "at");

    /** What people call those that are called otherwise. */
    private static final Map<String, String> LABELS =
            Map.of(
                    "reason",
                    "refused for",
                    USER,
                    "service user",
                    "q",
                    "text",
                    "at",
                    "as it stood at");

    private static final List<String> TIMES = List.of("from", "to");
    private static final String LIVE = "live";
    private static final String AT = "at";

    /** Whether what is new appears by itself. */
    enum Mode {
        STILL,
        LIVE,
        /** The trail as it stood when it was paused. */
        PAUSED
    }

    static Looked of(String ws, Map<String, String> sent) {
        Map<String, String> filters = new TreeMap<>();
        FILTERS.forEach(name -> Typed.put(filters, name, sent.get(name)));
        TIMES.forEach(name -> filters.computeIfPresent(name, (_, typed) -> inUtc(typed)));
        return new Looked(ws, Map.copyOf(filters), mode(sent));
    }

    /** As the API has it, whichever way a browser or a colleague wrote it. */
    private static String inUtc(String typed) {
        Moment moment = Moment.of(typed);
        return moment.isPast() ? moment.sent() : typed;
    }

    /** A time among the filters, as fields show it. */
    public String field(String name) {
        return Moment.of(filters.get(name)).text();
    }

    /** The same of all service users. */
    Looked ofAll() {
        return new Looked(ws, without(USER), mode);
    }

    /**
     * The filters in force, each with the address of the same without it. When it was paused is
     * told elsewhere.
     *
     * @param names of what values stand for
     */
    List<Chip> chips(Map<String, String> names) {
        return FILTERS.stream()
                .filter(name -> filters.containsKey(name) && !(isPaused() && name.equals(AT)))
                .map(name -> chip(name, filters.getOrDefault(name, ""), names))
                .toList();
    }

    private Chip chip(String name, String value, Map<String, String> names) {
        return new Chip(
                label(name), names.getOrDefault(value, value), address(going(without(name))));
    }

    private static String label(String name) {
        return LABELS.getOrDefault(name, name);
    }

    /** Of everything that a service user did or that was done to it. */
    public static Looked ofUser(String ws, String user) {
        return new Looked(ws, Map.of(USER, user), Mode.STILL);
    }

    private static Mode mode(Map<String, String> sent) {
        if (!sent.containsKey(LIVE)) {
            return Mode.STILL;
        }
        return sent.containsKey(AT) ? Mode.PAUSED : Mode.LIVE;
    }

    public boolean isLive() {
        return mode == Mode.LIVE;
    }

    public boolean isPaused() {
        return mode == Mode.PAUSED;
    }

    public boolean isStill() {
        return mode == Mode.STILL;
    }

    /** The same without going on. */
    public String still() {
        return address(without(AT));
    }

    public String following() {
        return address(with(without(AT), LIVE, "on"));
    }

    /** The same, and nothing that happens from now on. */
    public String pausing() {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return address(with(with(without(AT), LIVE, "paused"), AT, now));
    }

    /** The usual days, with the other filters. */
    public String anyTime() {
        Map<String, String> others = new TreeMap<>(filters);
        others.remove("from");
        others.remove("to");
        return address(others);
    }

    public String between(String from, String to) {
        return address(with(with(filters, "from", from), "to", to));
    }

    String with(String name, String value) {
        Map<String, String> all = with(filters, name, value);
        return address(isPaused() ? going(all) : all);
    }

    /** Without any filter. */
    public String path() {
        return address(Map.of());
    }

    /** The same as a page. */
    String page() {
        return address(filters);
    }

    /** The filters, by what people call them. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        FILTERS.stream()
                .filter(filters::containsKey)
                .forEach(name -> named.put(label(name), filters.getOrDefault(name, "")));
        return named;
    }

    /** Where all of it is asked for as a table. */
    public String table() {
        return address("timeline.csv", filters);
    }

    /** The same, as live as this is. */
    private Map<String, String> going(Map<String, String> parameters) {
        return switch (mode) {
            case STILL -> parameters;
            case LIVE -> with(parameters, LIVE, "on");
            case PAUSED -> with(parameters, LIVE, "paused");
        };
    }

    private Map<String, String> without(String name) {
        Map<String, String> others = new TreeMap<>(filters);
        others.remove(name);
        return others;
    }

    private static Map<String, String> with(
            Map<String, String> filters, String name, String value) {
        Map<String, String> more = new TreeMap<>(filters);
        more.put(name, value);
        return more;
    }

    private String address(Map<String, String> parameters) {
        return address("timeline", parameters);
    }

    private String address(String page, Map<String, String> parameters) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(ConsoleMount.PATH).pathSegment(ws, page);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
