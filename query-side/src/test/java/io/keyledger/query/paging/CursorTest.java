package io.keyledger.query.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.problem.ApiProblem;

import org.junit.jupiter.api.Test;

import java.util.List;

class CursorTest {

    private static final String CURSOR = Cursor.write("roles\0=acme", "Ünal", "7");

    @Test
    void aCursorGivesItsKeyBack() {
        assertThat(Cursor.read(CURSOR, "roles\0=acme", 2)).isEqualTo(List.of("Ünal", "7"));
    }

    @Test
    void aCursorOfOtherFiltersIsRefused() {
        assertRefused(CURSOR, "roles\0=other", 2);
    }

    @Test
    void anyChangedCharacterIsRefused() {
        for (int i = 0; i < CURSOR.length() - 1; i++) {
            char other = CURSOR.charAt(i) == 'A' ? 'B' : 'A';
            String changed = CURSOR.substring(0, i) + other + CURSOR.substring(i + 1);
            assertRefused(changed, "roles\0=acme", 2);
        }
    }

    @Test
    void whatIsNoCursorIsRefused() {
        for (String text : List.of("", "x", "***", "AAAA", "A".repeat(2000))) {
            assertRefused(text, "roles\0=acme", 2);
        }
    }

    @Test
    void aLimitIsANumberFromOneToFiveHundred() {
        assertThat(PageRequest.of("500", null, 1, "x").limit()).isEqualTo(500);
        assertThat(PageRequest.of(null, null, 1, "x").limit()).isEqualTo(50);
        for (String limit : List.of("0", "501", "-1", "ten", "", "1e2", "٣")) {
            assertThatThrownBy(() -> PageRequest.of(limit, null, 1, "x"))
                    .isInstanceOfSatisfying(
                            ApiProblem.class, p -> assertThat(p.field()).isEqualTo("limit"));
        }
    }

    private static void assertRefused(String cursor, String scope, int parts) {
        assertThatThrownBy(() -> Cursor.read(cursor, scope, parts))
                .isInstanceOfSatisfying(
                        ApiProblem.class, p -> assertThat(p.field()).isEqualTo("cursor"));
    }
}
