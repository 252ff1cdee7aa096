package io.keyledger.shared.use;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of one key use, known before its commit: the process that wrote it, the number of the
 * journal record in that process, and the use's place in the record from 0. As text {@code
 * <uuid>-<n>-<i>}.
 */
public record RecordId(UUID writer, long sequence, int index) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\\d{1,18})-(\\d{1,9})");

    public static Optional<RecordId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new RecordId(
                                UUID.fromString(matcher.group(1)),
                                Long.parseLong(matcher.group(2)),
                                Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return writer + "-" + sequence + "-" + index;
    }
}
