package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** May this key do this? Each answer is on record before it is given. */
@HttpExchange("/api/v1/checks")
public interface Checks {

    /** What is asked: about a permission, or about method and path. */
    record Check(
            String key,
            @Nullable String permission,
            @Nullable String method,
            @Nullable String path,
            @Nullable String api,
            @Nullable String host,
            @Nullable Resource resource,
            @Nullable String address,
            @Nullable String userAgent,
            @Nullable String requestId) {

        public static Check permission(String key, String permission) {
            return new Check(key, permission, null, null, null, null, null, null, null, null);
        }

        public static Check request(String key, String method, String path, String api) {
            return new Check(key, null, method, path, api, null, null, null, null, null);
        }

        /** The same; the key was shown from there. */
        public Check from(String newAddress, @Nullable String newUserAgent) {
            return new Check(
                    key,
                    permission,
                    method,
                    path,
                    api,
                    host,
                    resource,
                    newAddress,
                    newUserAgent,
                    requestId);
        }

        @Override
        public String toString() {
            return "Check[" + permission + " " + method + " " + path + "]";
        }
    }

    /** What a key is used on. */
    record Resource(
            @Nullable String type, @Nullable String id, @Nullable Map<String, String> attributes) {}

    /**
     * The answer; {@code deny} is an answer, not an error.
     *
     * @param recordId which entry of the audit trail it is; null where the reason is {@code
     *     unknown-key}
     */
    record Answer(
            String decision,
            @Nullable String reason,
            @Nullable UUID serviceUser,
            @Nullable String workspace,
            @Nullable String keyId,
            @Nullable String permission,
            @Nullable String recordId,
            Instant checkedAt) {

        public boolean allowed() {
            return decision.equals("allow");
        }
    }

    @PostExchange
    Answer check(@RequestBody Check check);
}
