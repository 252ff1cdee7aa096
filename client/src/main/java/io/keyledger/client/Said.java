package io.keyledger.client;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a caller says of his writes and reads, besides what they are. */
record Said(
        @Nullable String reason, @Nullable Long version, @Nullable Instant at, boolean withheld) {

    static final Said NOTHING = new Said(null, null, null, false);

    Said because(String newReason) {
        return new Said(newReason, version, at, withheld);
    }

    Said onVersion(long newVersion) {
        return new Said(reason, newVersion, at, withheld);
    }

    Said asOf(Instant moment) {
        return new Said(reason, version, moment, withheld);
    }

    Said withholding() {
        return new Said(reason, version, at, true);
    }

    void put(HttpHeaders headers) {
        if (reason != null) {
            headers.set("Reason", UriUtils.encode(reason, StandardCharsets.UTF_8));
        }
        if (version != null) {
            headers.setIfMatch("\"" + version + "\"");
        }
    }

    /** The same read, of the moment that is looked at. */
    HttpRequest asked(HttpRequest read) {
        if (at == null) {
            return read;
        }
        URI uri =
                UriComponentsBuilder.fromUri(read.getURI())
                        .queryParam("at", at)
                        .build(true)
                        .toUri();
        return new HttpRequestWrapper(read) {
            @Override
            public URI getURI() {
                return uri;
            }
        };
    }
}
