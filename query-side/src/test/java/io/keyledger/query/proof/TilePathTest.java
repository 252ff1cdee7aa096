package io.keyledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths and sizes are the examples of C2SP tlog-tiles. */
class TilePathTest {

    @Test
    void numbersAreReadInParts() {
        assertThat(TilePath.parse("0", "/x001/x234/067"))
                .hasValue(new TilePath(false, 0, 1_234_067, 256));
        assertThat(TilePath.parse("1", "/000.p/112")).hasValue(new TilePath(false, 1, 0, 112));
        assertThat(TilePath.parse("entries", "/007")).hasValue(new TilePath(true, 0, 7, 256));
        assertThat(TilePath.parse("63", "/000")).hasValue(new TilePath(false, 63, 0, 256));
    }

    @ParameterizedTest
    @CsvSource({
        "64, /000",
        "00, /000",
        "-1, /000",
        "a, /000",
        "0, /00",
        "0, /0000",
        "0, /x000/001",
        "0, /001/002",
        "0, /x01/002",
        "0, /000.p/0",
        "0, /000.p/256",
        "0, /000.p/01",
        "0, /000.p/",
        "0, /x001",
        "0, /",
        "0, /000/"
    })
    void otherPathsAreOfNoTile(String level, String number) {
        assertThat(TilePath.parse(level, number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, /272, true", "0, /273, false", "0, /273.p/112, true", "0, /273.p/113, false",
        "1, /000, true", "1, /001.p/17, true", "1, /001.p/18, false", "2, /000.p/1, true",
        "2, /000.p/2, false", "3, /000.p/1, false", "63, /000.p/1, false"
    })
    void aLogOfSeventyThousandHasTheseTiles(String level, String number, boolean has) {
        assertThat(TilePath.parse(level, number).orElseThrow().isOf(70_000)).isEqualTo(has);
    }
}
