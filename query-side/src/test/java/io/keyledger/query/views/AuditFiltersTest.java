package io.keyledger.query.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditFiltersTest extends SharedViews {

    private static final String AUDIT = ACME + "/audit";

    @Override
    void given() {
        Traffic.happens(ledger);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=change, 4",
        "kind=use, 5",
        "decision=deny, 3",
        "decision=allow, 2",
        "kind=change&decision=deny, 0",
        "key=0KeyOfTheImporter00001, 5",
        "key=0NobodysKey00000000001, 1",
        "user=0190b5a0-0000-7000-a000-000000000004, 6",
        "user=0190b5a0-0000-7000-a000-000000000004&kind=change, 2",
        "actor=0190b5a0-0000-7000-a000-000000000004, 4",
        "actor=0190b5a0-0000-7000-8000-0000000000ad, 4",
        "actor=somebody, 0",
        "type=use, 5",
        "type=service-user.ServiceUserCreated, 2",
        "from=2026-01-01T00:05:00Z, 5",
        "to=2026-01-01T00:05:00Z, 4",
        "from=2026-01-01T00:02:00Z&to=2026-01-01T00:04:00Z, 2",
        "from=2026-02-01T00:00:00Z, 0",
        "to=2025-02-01T00:00:00Z, 0",
        "reason=key-disabled, 1",
        "reason=wrong-secret&decision=deny, 1",
        "reason=wrong-secret&decision=allow, 0",
        "address=192.0.2.7, 5",
        "address=::ffff:192.0.2.7, 5",
        "address=192.0.2.0/24, 5",
        "address=192.0.3.0/24, 0",
        "address=2001:db8::/32, 0",
        "address=192.0.2.7&decision=allow, 2",
        "q=IMPORT, 1",
        "q=nightly, 1",
        "q=slug, 0",
        "q=nobody, 0",
        "q=ACME&kind=use, 0",
        "limit=100, 9"
    })
    void filtersFindEntries(String filter, int count) throws Exception {
        assertThat(api.read(AUDIT + "?" + filter).body().get("items")).hasSize(count);
        assertThat(filter.contains("limit") ? count : allPages(AUDIT + "?" + filter).size())
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "user=7, user",
        "kind=all, kind",
        "decision=maybe, decision",
        "type=ServiceUserCreated, type",
        "from=today, from",
        "to=1, to",
        "policy=office, policy",
        "at=yesterday, at",
        "at=2999-01-01T00:00:00Z, at",
        "address=192.0.2.7/24, address",
        "address=localhost, address",
        "limit=0, limit",
        "cursor=00, cursor"
    })
    void badFiltersAreNamed(String filter, String field) throws Exception {
        var answer = api.read(AUDIT + "?" + filter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }
}
