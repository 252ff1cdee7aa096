package io.keyledger.access.correlation;

import io.keyledger.shared.id.IdGenerator;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The correlation id of a request: the caller's {@code X-Correlation-Id} if that is a UUID,
 * otherwise a new one.
 *
 * @param ids for new ones
 */
public record CorrelationId(IdGenerator ids) {

    public static final String ASKED_HEADER = "X-Correlation-Id";
    public static final String ANSWER_HEADER = "Correlation-Id";

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public UUID of(@Nullable String asked) {
        return asked != null && UUID_TEXT.matcher(asked).matches()
                ? UUID.fromString(asked)
                : ids.next();
    }
}
