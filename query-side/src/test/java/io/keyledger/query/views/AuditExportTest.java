package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.use.KeyUse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** The trail as a table, of any length, with the filters that its pages have. */
class AuditExportTest extends FreshViews {

    private static final String TABLE = ACME + "/audit.csv";
    private static final int USES = 1_100;

    @BeforeEach
    void muchHappens() throws Exception {
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(READER, "=HYPERLINK(\"http://evil\")", "a:b"),
                user(IMPORTER, "Importer, \"the\" first"));
        KeyUse[] uses = new KeyUse[USES];
        Arrays.fill(uses, Uses.allowed(KEY, "catalog.assets:view"));
        uses[0] = Uses.refused(KEY, "key-expired");
        ledger.uses("acme", new Uses(IMPORTER, 1, 1).at(ledger.nextTime(), uses));
        ledger.events("other", new WorkspaceCreated("other", "Other"), role(id(50), "x", "a:b"));
        views.project();
    }

    @Test
    void everythingIsThereAndTheLastLineSaysSo() throws Exception {
        List<String> lines = lines(TABLE);
        assertThat(lines).hasSize(1 + USES + 3 + 1);
        assertThat(lines.getFirst()).startsWith("kind,id,occurred,ledgered,position,workspace,");
        assertThat(lines.get(1)).startsWith("use,").contains(",acme,use,", ",catalog.assets:view,");
        assertThat(lines.getLast()).matches("complete,1103,[^,]*Z,{27}");
        assertThat(lines.subList(1, lines.size() - 1)).doesNotHaveDuplicates();
        assertThat(lines.get(USES)).contains(",deny,key-expired,");
    }

    @Test
    void filtersAreThoseOfTheTrail() throws Exception {
        assertThat(lines(TABLE + "?kind=change")).hasSize(5);
        assertThat(lines(TABLE + "?decision=deny")).hasSize(3);
        assertThat(lines(TABLE + "?q=nowhere"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("complete,0,");
        assertThat(lines("/api/v1/audit.csv?kind=change")).hasSize(7);
        var refused = api.read(TABLE + "?kind=both");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("field").asString()).isEqualTo("kind");
    }

    @Test
    void whoReadsItKnowsBetweenWhichPositionsItGoes() throws Exception {
        assertThat(positions("")).isEqualTo("1-4");
        assertThat(positions("?kind=change")).isEqualTo("1-3");
        assertThat(positions("?kind=use")).isEqualTo("4-4");
        assertThat(positions("?to=2020-01-01T00:00:00Z")).isNull();
        assertThat(positions("?from=2020-01-01T00:00:00Z")).isEqualTo("1-4");
        assertThat(positions("?at=" + LedgerFixture.timeOf(2).plusSeconds(1))).isEqualTo("1-2");
    }

    private @Nullable String positions(String filters) throws Exception {
        return api.read(TABLE + filters).positions();
    }

    @Test
    void textsAreQuotedAndNoneIsAFormula() throws Exception {
        String table = api.read(TABLE + "?kind=change").text();
        assertThat(table)
                .contains(",\"'=HYPERLINK(\"\"http://evil\"\")\",")
                .contains(",\"Importer, \"\"the\"\" first\",")
                .contains(",\"\"builtIn\"\":false,");
    }

    private List<String> lines(String path) throws Exception {
        var answer = api.read(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text().lines().toList();
    }
}
