package io.keyledger.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.Audit.Counts;
import io.keyledger.client.api.Audit.Day;
import io.keyledger.console.timeline.Chart.Part;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class ChartTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Test
    void theHighestBarIsAsHighAsThereIsRoomAndItsPartsStandOnEachOther() {
        Day busy = new Day(FIRST.plusDays(1), 10, 40, 10, Map.of(), Map.of());
        Chart chart =
                Chart.of(
                        new Counts(FIRST, FIRST.plusDays(2), List.of(busy)),
                        (from, to) -> from + to);
        assertThat(chart.bars()).hasSize(3);
        assertThat(chart.width()).isEqualTo(36);
        assertThat(chart.bars().get(1).x()).isEqualTo(12);
        assertThat(chart.bars().get(1).changes()).isEqualTo(new Part(50, 10));
        assertThat(chart.bars().get(1).allowed()).isEqualTo(new Part(10, 40));
        assertThat(chart.bars().get(1).denied()).isEqualTo(new Part(0, 10));
        assertThat(chart.bars().get(1).total()).isEqualTo(60);
        assertThat(chart.bars().get(1).href())
                .isEqualTo("2026-11-02T00:00:00Z2026-11-03T00:00:00Z");
        assertThat(chart.bars().getFirst().changes()).isEqualTo(new Part(60, 0));
    }

    @Test
    void nothingIsEmptyAndDividesByNothing() {
        Chart chart = Chart.of(new Counts(FIRST, FIRST, List.of()), (_, _) -> "");
        assertThat(chart.isEmpty()).isTrue();
        assertThat(chart.bars().getFirst().denied()).isEqualTo(new Part(60, 0));
    }
}
