package io.keyledger.query.people;

import java.time.Instant;

record PersonRow(String issuer, String subject, String status, Instant createdAt) {

    PersonRow in(String other) {
        return new PersonRow(issuer, subject, other, createdAt);
    }
}
