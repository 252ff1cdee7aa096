package io.keyledger.query.audit;

import static io.keyledger.query.testing.Company.IMPORTER;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.Uses;
import io.keyledger.query.testing.ViewsFixture;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

/** How far a page looks through what can hold uses that are asked for, and does not. */
class UseSearchTest {

    private static final int RECORDS = 5 * 256;
    private static final long OFFICE = 1;
    private static final long HOME = 2;
    private static final String ANNS = "0KeyThatIsAnns00000001";
    private static final String BENS = "0KeyThatIsBens00000001";

    /** Ann is always in the office and Ben at home, but for one time, long ago. */
    private static void happen(LedgerFixture ledger) {
        for (int i = 0; i < RECORDS; i++) {
            boolean office = i % 2 == 0 && i != 100;
            KeyUse use = Uses.allowed(i % 2 == 0 ? ANNS : BENS, "a:view");
            ledger.uses(
                    "acme",
                    new Uses(IMPORTER, office ? OFFICE : HOME, 9).at(ledger.nextTime(), use));
        }
    }

    @Test
    void aPageThatLookedThroughAsMuchAsItMayGoesOnWhereItEnded() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            LedgerFixture ledger = new LedgerFixture(database);
            happen(ledger);
            new ViewsFixture(database, ledger).project();
            DataSource query = database.query();
            UseSearch anyLong = new UseSearch(query, new Journal(query), Long.MAX_VALUE);
            UseSearch brief = new UseSearch(query, new Journal(query), 1);

            assertThat(anyLong.find("acme", annAtHome(), Long.MAX_VALUE, 51).uses()).hasSize(1);

            List<Integer> sizes = new ArrayList<>();
            UseSearch.Found page;
            long before = Long.MAX_VALUE;
            do {
                page = brief.find("acme", annAtHome(), before, 51);
                sizes.add(page.uses().size());
                Long reached = page.reached();
                before = reached == null ? before : reached;
            } while (page.reached() != null);
            assertThat(sizes).hasSizeGreaterThanOrEqualTo(5).endsWith(1, 0);
            assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(1);
        }
    }

    private static UseFilter annAtHome() {
        AuditFilter filter =
                new AuditFilter(
                        null,
                        ANNS,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "192.0.2.0/24",
                        null,
                        null,
                        null,
                        null);
        return new UseFilter(filter, Set.of(HOME), Set.of(ANNS));
    }
}
