package io.keyledger.query.audit;

import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.ViewsFixture;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.testsupport.ScratchDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A rare text, an address and a type behind many changes, of which a page looks at few. */
class ChangeSearchTest {

    private static final int MANY = 60;
    private static final int FEW = 10;
    private static final int WANTED = 6;

    private static ScratchDatabase database;
    private static long home;
    private static long away;

    @BeforeAll
    static void muchChanges() throws Exception {
        database = ScratchDatabase.create();
        LedgerFixture ledger = new LedgerFixture(database);
        home = ledger.personalValue("acme", "address", "192.0.2.7");
        away = ledger.personalValue("acme", "address", "198.51.100.1");
        RecordMetadata plain = ledger.metadata();
        ledger.by(from(plain, home));
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(READER, "reader", "needle \"one\":view"),
                role(id(2), "Ümläut", "a:b"),
                role(id(3), "busy", "b:0"));
        ledger.by(from(plain, away));
        for (int i = 0; i < MANY; i++) {
            ledger.events(
                    i % 2 == 0 ? "acme" : "other",
                    new RolePermissionsChanged(id(3), List.of("a:" + i), List.of("a:" + (i + 1))));
        }
        new ViewsFixture(database, ledger).project();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"needle", "NEEDLE \"ONE\"", "ümlÄUT", "e\":v"})
    void aRareTextIsFoundSomePagesLater(String text) {
        assertThat(sizes("acme", q(text), null)).isEqualTo(List.of(0, 0, 0, 1));
        assertThat(sizes(null, q(text), null)).isEqualTo(List.of(0, 0, 0, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"permissions", "nowhere", "needle one"})
    void whatIsNowhereIsLookedForToTheEnd(String text) {
        assertThat(sizes("acme", q(text), null)).isEqualTo(List.of(0, 0, 0, 0));
    }

    @Test
    void aPageLooksAtMoreThanItMayHold() {
        assertThat(sizes("acme", q("a:45"), null))
                .as("the eighth of ten that the first page looks at")
                .isEqualTo(List.of(1, 0, 0, 0));
    }

    @Test
    void whatIsOftenThereNeedsNoMorePagesThanItFills() {
        assertThat(sizes("acme", q("a:"), null)).isEqualTo(List.of(6, 6, 6, 6, 6, 1));
    }

    @Test
    void oneFilterThatAnIndexKnowsLeadsStraightThere() {
        assertThat(sizes("acme", filter(null, null), Set.of(home))).isEqualTo(List.of(4));
        assertThat(sizes(null, filter(null, null), Set.of(home, 7L))).isEqualTo(List.of(4));
        assertThat(sizes("acme", filter("role.RoleCreated", null), null)).isEqualTo(List.of(3));
        assertThat(sizes(null, filter("role.RoleCreated", null), null)).isEqualTo(List.of(3));
        assertThat(sizes("acme", filter("role.RoleCreated", "needle"), null))
                .as("by its type")
                .isEqualTo(List.of(1));
        assertThat(sizes("acme", filter("role.RoleCreated", null), Set.of(home)))
                .isEqualTo(List.of(3));
    }

    @Test
    void ofFiltersTogetherOneLeadsAndTheOthersAreLookedAt() {
        assertThat(sizes("acme", filter("role.RoleCreated", null), Set.of(away)))
                .as("what came from there is looked at")
                .isEqualTo(List.of(0, 0, 0, 0));
        assertThat(sizes("acme", filter(null, null), Set.of())).isEqualTo(List.of(0));
    }

    /** How many each page found, from the first to the last. */
    private static List<Integer> sizes(
            @Nullable String workspace, AuditFilter filter, @Nullable Set<Long> addresses) {
        ChangeSearch brief = new ChangeSearch(database.query(), FEW);
        List<Integer> sizes = new ArrayList<>();
        Long before = Long.MAX_VALUE;
        while (before != null) {
            ChangeSearch.Found page = brief.find(workspace, filter, addresses, before, WANTED);
            sizes.add(page.changes().size());
            before =
                    page.changes().size() == WANTED
                            ? Long.valueOf(page.changes().getLast().entry())
                            : page.reached();
        }
        return sizes;
    }

    private static AuditFilter q(String text) {
        return filter(null, text);
    }

    private static AuditFilter filter(@Nullable String type, @Nullable String q) {
        return new AuditFilter(
                null, null, null, null, null, null, null, type, null, null, q, null, null, null);
    }

    private static RecordMetadata from(RecordMetadata plain, long address) {
        return new RecordMetadata(
                plain.actor(),
                plain.correlationId(),
                null,
                new PersonalRef(address, ""),
                null,
                null);
    }
}
