package io.keyledger.query.directory;

import io.keyledger.shared.event.ApiDetails;

import java.time.Instant;

record ApiRow(String workspace, ApiDetails details, Instant createdAt) {

    ApiRow with(ApiDetails other) {
        return new ApiRow(workspace, other, createdAt);
    }
}
