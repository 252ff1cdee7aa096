package io.keyledger.console.needed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class LastNeededTest {

    @ParameterizedTest
    @CsvSource({
        "catalog:view, catalog:view, true",
        "catalog:view, catalog:edit, false",
        "catalog:*, catalog:edit, true",
        "catalog:*, catalog.assets:edit, false",
        "catalog.*:view, catalog.assets:view, true",
        "catalog.*:view, catalog.assets.parts:view, true",
        "catalog.*:view, catalog:view, false",
        "catalog.*:view, catalogue.assets:view, false",
        "*:*, catalog:view, true",
        "*:view, catalog:edit, false"
    })
    void aPermissionCoversWhatItsPatternSays(String held, String needed, boolean covers) {
        assertThat(LastNeeded.covers(held, needed)).isEqualTo(covers);
    }

    @Test
    void itIsOnlySaidToBeNeverUsedWhenAllUsesWereLookedAt() {
        assertThat(new LastNeeded(List.of(), true).never()).isEqualTo("never used");
        assertThat(new LastNeeded(List.of(), false).never()).startsWith("not in the last");
    }
}
