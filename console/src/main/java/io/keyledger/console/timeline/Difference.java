package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit.Entry;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A field before and after a change, as text; null where it was not there, or empty. */
public record Difference(String field, @Nullable String before, @Nullable String after) {

    public static List<Difference> of(Entry entry, Map<String, String> names) {
        return of(entry.before(), entry.after(), names);
    }

    static List<Difference> of(
            @Nullable Map<String, Object> was,
            @Nullable Map<String, Object> is,
            Map<String, String> names) {
        Map<String, Object> before = Objects.requireNonNullElse(was, Map.of());
        Map<String, Object> after = Objects.requireNonNullElse(is, Map.of());
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(
                        field ->
                                new Difference(
                                        field,
                                        said(before.get(field), names),
                                        said(after.get(field), names)))
                .filter(each -> each.before() != null || each.after() != null)
                .toList();
    }

    /** The field as people call it: {@code expiresAt} is "expires at". */
    public static String words(String field) {
        return field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words(field);
    }

    private static @Nullable String said(@Nullable Object value, Map<String, String> names) {
        String text = text(value, names);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String text(@Nullable Object value, Map<String, String> names) {
        return switch (value) {
            case null -> null;
            case Collection<?> many ->
                    many.stream()
                            .map(each -> String.valueOf(text(each, names)))
                            .collect(Collectors.joining("\n"));
            case Map<?, ?> parts ->
                    parts.entrySet().stream()
                            .map(each -> each.getKey() + ": " + text(each.getValue(), names))
                            .collect(Collectors.joining("\n"));
            case Boolean yes -> yes ? "yes" : "no";
            case String text -> names.getOrDefault(text, text);
            default -> value.toString();
        };
    }
}
