package io.keyledger.query.apikey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A key in a list of many users' keys.
 *
 * @param ageDays since its secret changed, in whole times of 24 hours
 * @param serviceUser whose it is; null while the view has not that service user
 */
record ListedKey(
        String workspace,
        @JsonUnwrapped ApiKeyView key,
        long ageDays,
        boolean expired,
        @Nullable Owner serviceUser) {

    /** The service user whose key it is. */
    record Owner(UUID id, String username, String status) {}
}
