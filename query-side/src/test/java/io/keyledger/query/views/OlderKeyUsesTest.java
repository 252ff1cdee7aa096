package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.Uses;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an older version knew of the uses of keys, a row each, is carried over. */
class OlderKeyUsesTest extends FreshViews {

    private static final int KEYS = 150;
    private static final String BEFORE = "16";

    private record Used(String workspace, String key, long entry, Instant at, KeyUse use) {}

    private final List<Used> all = new ArrayList<>();

    @Test
    void rowsAreThoseThatTheirUsesWouldGive(@TempDir Path kept) throws Exception {
        usesHappen();
        views.project();
        writeAsBefore(kept);
        try (ScratchDatabase old = ScratchDatabase.kept(kept, BEFORE)) {
            for (String table :
                    List.of(
                            "key_use_bundle_v1",
                            "key_use_size_v1",
                            "activity_bundle_v1",
                            "activity_size_v1")) {
                assertThat(rows(old, table)).isNotEmpty().isEqualTo(rows(database, table));
            }
        }
    }

    @Test
    void aKeyOfWhichNothingElseIsKnownMakesTheViewBeginAnew(@TempDir Path kept) throws Exception {
        usesHappen();
        writeAsBefore(kept);
        Files.writeString(kept.resolve("views.activity_key_v1.tsv"), ACTIVITY_COLUMNS);
        Files.writeString(
                kept.resolve("query.view_position.tsv"),
                "view\tcopy\tposition\nkey-usage\tlive\t77\nactivity\tlive\t77\n");
        Files.writeString(
                kept.resolve("query.rebuild.tsv"),
                "replay_id\tview\tstate\tphase\n" + id(1) + "\tkey-usage\trunning\tapply\n");
        try (ScratchDatabase old = ScratchDatabase.kept(kept, BEFORE)) {
            assertThat(rows(old, "key_use_bundle_v1")).isEmpty();
            assertThat(
                            JdbcClient.create(old.query())
                                    .sql(
                                            "SELECT view || ' ' || position FROM query.view_position"
                                                    + " ORDER BY 1")
                                    .query(String.class)
                                    .list())
                    .containsExactly("activity 77", "key-usage 0");
            assertThat(
                            JdbcClient.create(old.query())
                                    .sql("SELECT phase FROM query.rebuild")
                                    .query(String.class)
                                    .list())
                    .containsExactly("prepare");
        }
    }

    private void usesHappen() {
        for (int record = 0; record < 100; record++) {
            Instant at = LedgerFixture.START.plus(Duration.ofMinutes(47L * record)).plusNanos(1000);
            String workspace = record % 10 == 0 ? "other" : "acme";
            KeyUse[] uses = new KeyUse[6];
            for (int i = 0; i < uses.length; i++) {
                String key =
                        workspace.equals("other")
                                ? "1Other%02d".formatted(i)
                                : "0Key%04d".formatted((record * 6 + i) % KEYS);
                uses[i] = use(key, record * 6 + i);
            }
            long position = ledger.uses(workspace, new Uses(IMPORTER, 5, 300).at(at, uses));
            for (int i = 0; i < uses.length; i++) {
                long entry = EntryNumber.of(position, i);
                all.add(new Used(workspace, String.valueOf(uses[i].keyId()), entry, at, uses[i]));
            }
        }
    }

    /** Every tenth key is only guessed at. */
    private static KeyUse use(String key, int number) {
        if (key.endsWith("7")) {
            return Uses.guesses(key, 200);
        }
        return number % 4 == 0
                ? Uses.refused(key, number % 8 == 0 ? "key-expired" : "permission-not-granted")
                : Uses.allowed(key, "catalog.assets:view");
    }

    private static final String USAGE_COLUMNS =
            "key_id\tservice_user_id\tallowed\trefused\tfirst_used_at\tlast_allowed_at"
                    + "\tlast_used_at\tlast_entry\tlast_reason\tlast_permission\tlast_method"
                    + "\tlast_path\tlast_address\tlast_user_agent\n";
    private static final String ACTIVITY_COLUMNS =
            "service_user_id\tworkspace\tkey_id\tday\treason\tcount\n";

    private void writeAsBefore(Path kept) throws Exception {
        StringBuilder usage = new StringBuilder(USAGE_COLUMNS);
        all.stream()
                .collect(Collectors.groupingBy(Used::key, TreeMap::new, Collectors.toList()))
                .forEach((key, uses) -> usage.append(usage(key, uses)));
        Files.writeString(kept.resolve("views.key_usage_v1.tsv"), usage);
        Map<String, Long> counts = new TreeMap<>();
        for (Used used : all) {
            String reason = used.use().reason() == null ? "" : used.use().reason();
            String day = used.at().toString().substring(0, 10);
            counts.merge(
                    String.join(
                            "\t", IMPORTER.toString(), used.workspace(), used.key(), day, reason),
                    used.use().count(),
                    Long::sum);
        }
        StringBuilder activity = new StringBuilder(ACTIVITY_COLUMNS);
        counts.forEach((row, count) -> activity.append(row).append("\t" + count + "\n"));
        Files.writeString(kept.resolve("views.activity_key_v1.tsv"), activity);
    }

    private static String usage(String key, List<Used> uses) {
        List<Used> shown =
                uses.stream().filter(use -> !"wrong-secret".equals(use.use().reason())).toList();
        List<Used> allowed = uses.stream().filter(use -> use.use().allowed()).toList();
        long refused =
                uses.stream()
                        .filter(use -> !use.use().allowed())
                        .mapToLong(use -> use.use().count())
                        .sum();
        String row = key + "\t" + IMPORTER + "\t" + allowed.size() + "\t" + refused;
        if (shown.isEmpty()) {
            return row + "\t\\N".repeat(10) + "\n";
        }
        Used last = shown.getLast();
        KeyUse use = last.use();
        return String.join(
                        "\t",
                        row,
                        shown.getFirst().at().toString(),
                        allowed.isEmpty() ? "\\N" : allowed.getLast().at().toString(),
                        last.at().toString(),
                        Long.toString(last.entry()),
                        use.reason() == null ? "\\N" : use.reason(),
                        String.valueOf(use.permission()),
                        String.valueOf(use.method()),
                        String.valueOf(use.path()),
                        "5",
                        "300")
                + "\n";
    }

    private static List<String> rows(ScratchDatabase database, String table) {
        return JdbcClient.create(database.query())
                .sql("SELECT t::text FROM views." + table + " t ORDER BY 1")
                .query(String.class)
                .list();
    }
}
