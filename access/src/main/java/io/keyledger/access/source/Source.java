package io.keyledger.access.source;

import org.jspecify.annotations.Nullable;

/**
 * Where a key was used from. The user agent is cut to 256 characters, the request id to 128.
 *
 * @param requestId the caller's own id of its request
 */
public record Source(
        @Nullable SourceAddress address, @Nullable String userAgent, @Nullable String requestId) {

    public static final Source UNKNOWN = new Source(null, null, null);

    private static final int MAX_USER_AGENT = 256;
    private static final int MAX_REQUEST_ID = 128;

    public Source {
        userAgent = RecordableText.of(userAgent, MAX_USER_AGENT);
        requestId = RecordableText.of(requestId, MAX_REQUEST_ID);
    }
}
