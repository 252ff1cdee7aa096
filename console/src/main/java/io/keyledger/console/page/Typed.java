package io.keyledger.console.page;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What people type into fields, and what fields show them; what is missing is empty. */
public final class Typed {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Typed() {}

    /** Whether it has the form of an id, a UUID. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Without space around it, with line ends as everywhere but in forms. */
    public static String text(@Nullable String field) {
        return field == null ? "" : field.strip().replace("\r\n", "\n");
    }

    public static @Nullable String textOrNull(@Nullable String field) {
        return text(field).isEmpty() ? null : text(field);
    }

    /** Puts what was typed among parameters of a request, unless nothing was. */
    public static void put(Map<String, String> parameters, String name, @Nullable String field) {
        if (!text(field).isEmpty()) {
            parameters.put(name, text(field));
        }
    }

    public static <T> List<T> orNone(@Nullable List<T> chosen) {
        return chosen == null ? List.of() : chosen;
    }

    /** One a line, without empty ones. */
    public static List<String> lines(@Nullable String field) {
        return text(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /**
     * A line for each, {@code key: value}.
     *
     * @throws Unreadable with that text if one is none
     */
    public static Map<String, String> pairs(String fault, @Nullable String field) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines(field)) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new Unreadable(fault);
            }
            pairs.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return pairs;
    }

    public static String lines(@Nullable List<String> values) {
        return String.join("\n", orNone(values));
    }

    /**
     * A whole number; null for an empty field.
     *
     * @throws Unreadable if it is none
     */
    public static @Nullable Integer integer(String name, @Nullable String field) {
        try {
            return text(field).isEmpty() ? null : Integer.valueOf(text(field));
        } catch (NumberFormatException _) {
            throw new Unreadable(name + " must be a whole number");
        }
    }

    public static String number(@Nullable Number value) {
        return value == null ? "" : value.toString();
    }

    /**
     * A time in UTC; null for an empty field.
     *
     * @throws Unreadable if it is none
     */
    public static @Nullable Instant time(String name, @Nullable String field) {
        Moment moment = Moment.of(text(field));
        if (moment.unreadable()) {
            throw new Unreadable(name + " must be a time, such as 2027-01-01T00:00");
        }
        return moment.at();
    }

    public static String time(@Nullable Instant at) {
        return at == null ? "" : LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
