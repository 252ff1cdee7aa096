package io.keyledger.client;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;

/** What a caller says of his writes, besides what they are. */
record Said(@Nullable String reason, @Nullable Long version) {

    static final Said NOTHING = new Said(null, null);

    Said because(String newReason) {
        return new Said(newReason, version);
    }

    Said onVersion(long newVersion) {
        return new Said(reason, newVersion);
    }

    void put(HttpHeaders headers) {
        if (reason != null) {
            headers.set("Reason", UriUtils.encode(reason, StandardCharsets.UTF_8));
        }
        if (version != null) {
            headers.setIfMatch("\"" + version + "\"");
        }
    }
}
