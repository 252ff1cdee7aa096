package io.keyledger.shared.record;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state a command left behind: the last event it wrote, in one incarnation of the store. A
 * restored database is another incarnation (its timeline differs), since the event may be gone from
 * it. As text {@code <store>.<timeline>.<sequence>.<stream>}.
 */
public record ConsistencyToken(UUID store, long timeline, String stream, long sequence) {

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,10})\\.(\\d{1,18})\\.([!-~]{1,100})");

    public static Optional<ConsistencyToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new ConsistencyToken(
                                UUID.fromString(matcher.group(1)),
                                Long.parseLong(matcher.group(2)),
                                matcher.group(4),
                                Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return store + "." + timeline + "." + sequence + "." + stream;
    }
}
