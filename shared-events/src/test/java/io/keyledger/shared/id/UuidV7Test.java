package io.keyledger.shared.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

class UuidV7Test {

    private static final Instant NOW = Instant.parse("2026-11-23T08:15:30.123456Z");

    @Test
    void versionVariantAndTimeStandWhereRfc9562PutsThem() {
        for (int i = 0; i < 1_000; i++) {
            UUID id = at(NOW).next();

            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        }
    }

    @Test
    void anIdOfALaterMillisecondSortsLater() {
        String earlier = at(NOW).next().toString();
        String later = at(NOW.plusMillis(1)).next().toString();

        assertThat(later).isGreaterThan(earlier);
    }

    @Test
    void idsOfOneMillisecondDifferInAll74Bits() {
        IdGenerator ids = at(NOW);
        Set<UUID> given = new HashSet<>();
        long ones = 0;
        long zeros = 0;
        for (int i = 0; i < 10_000; i++) {
            UUID id = ids.next();
            given.add(id);
            ones |= id.getLeastSignificantBits();
            zeros |= ~id.getLeastSignificantBits();
        }

        assertThat(given).hasSize(10_000);
        assertThat(ones & 0x3FFF_FFFF_FFFF_FFFFL).isEqualTo(0x3FFF_FFFF_FFFF_FFFFL);
        assertThat(zeros & 0x3FFF_FFFF_FFFF_FFFFL).isEqualTo(0x3FFF_FFFF_FFFF_FFFFL);
    }

    private static UuidV7 at(Instant moment) {
        return new UuidV7(Clock.fixed(moment, ZoneOffset.UTC), new SecureRandom());
    }
}
