package io.keyledger.query.directory;

import io.keyledger.shared.event.ServiceUserDetails;

import java.time.Instant;

record ServiceUserRow(
        String workspace, ServiceUserDetails details, String status, Instant createdAt) {

    ServiceUserRow with(ServiceUserDetails other) {
        return new ServiceUserRow(workspace, other, status, createdAt);
    }

    ServiceUserRow in(String other) {
        return new ServiceUserRow(workspace, details, other, createdAt);
    }
}
