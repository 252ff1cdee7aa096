package io.keyledger.query.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class SpreadTest {

    private static final int BITS = 24;

    private static final List<String> KEYS =
            IntStream.range(0, 2_000).mapToObj(number -> "0Key%018d".formatted(number)).toList();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "16, 0",
        "17, 1",
        "32, 1",
        "33, 2",
        "1024, 6",
        "1025, 7",
        "268435456, 24",
        "9223372036854775807, 24"
    })
    void bundlesHaveSixteenKeysOnAverageAtMost(long keys, int bits) {
        assertThat(Spread.bits(keys)).isEqualTo(bits);
    }

    @Test
    void theDatabaseSaysTheSamePlaces() {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            Map<String, Integer> places = new HashMap<>();
            JdbcClient.create(database.query())
                    .sql("SELECT key, views.key_place(key) FROM unnest(?::text[]) AS key")
                    .param(KEYS.toArray(String[]::new))
                    .query(
                            row -> {
                                places.put(row.getString(1), row.getInt(2));
                            });
            assertThat(places).hasSameSizeAs(KEYS);
            places.forEach((key, place) -> assertThat(Spread.bundle(key, BITS)).isEqualTo(place));
        }
    }

    @Test
    void oneMoreBitHalvesEachBundle() {
        for (String key : KEYS) {
            int whole = Spread.bundle(key, 5);
            assertThat(Spread.bundle(key, 6)).isIn(whole, whole + (1 << 5));
        }
        assertThat(KEYS.stream().map(key -> Spread.bundle(key, 7)).distinct()).hasSize(128);
        assertThat(Spread.bundle(KEYS.getFirst(), 0)).isZero();
    }
}
