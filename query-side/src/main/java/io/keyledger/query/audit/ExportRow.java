package io.keyledger.query.audit;

import io.keyledger.query.audit.UseDetails.Policy;
import io.keyledger.query.audit.UseDetails.Route;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An entry as a row of a table; what came before and after is JSON. */
final class ExportRow {

    static final List<String> COLUMNS =
            List.of(
                    "kind",
                    "id",
                    "occurred",
                    "ledgered",
                    "position",
                    "workspace",
                    "type",
                    "actor kind",
                    "actor id",
                    "actor",
                    "subject kind",
                    "subject id",
                    "subject",
                    "before",
                    "after",
                    "reason given",
                    "service user id",
                    "key id",
                    "decision",
                    "reason",
                    "policy",
                    "permission",
                    "method",
                    "path",
                    "api",
                    "address",
                    "user agent",
                    "count",
                    "correlation id",
                    "erased");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> cells = new ArrayList<>(COLUMNS.size());

    private ExportRow() {}

    static List<String> of(AuditEntry entry) {
        ExportRow row = new ExportRow();
        row.head(entry);
        row.with(json(entry.before()), json(entry.after()), entry.reasonGiven());
        row.with(entry.serviceUserId(), entry.keyId());
        row.use(entry.use());
        row.with(entry.address(), entry.userAgent());
        row.with(entry.use() == null ? null : entry.use().count());
        row.with(entry.correlationId(), entry.erased() == null ? null : "yes");
        return row.cells;
    }

    /** The last row, by which a table that was cut off is told from a whole one. */
    static List<String> last(String kind, long entries, Instant at) {
        ExportRow row = new ExportRow();
        row.with(kind, entries, at);
        row.cells.addAll(Collections.nCopies(COLUMNS.size() - row.cells.size(), ""));
        return row.cells;
    }

    private void head(AuditEntry entry) {
        with(entry.kind(), entry.id(), entry.occurredAt(), entry.ledgeredAt(), entry.position());
        with(entry.workspace(), entry.type());
        with(entry.actor().kind(), entry.actor().id(), entry.actor().name());
        with(entry.subject().kind(), entry.subject().id(), entry.subject().name());
    }

    private void use(@Nullable UseDetails use) {
        if (use == null) {
            with(null, null, null, null, null, null, null);
            return;
        }
        Policy policy = use.policy();
        Route route = use.route();
        with(use.decision(), use.reason());
        with(policy == null ? null : policy.name() == null ? policy.id() : policy.name());
        with(use.permission(), use.method(), use.path(), route == null ? null : route.api());
    }

    private void with(@Nullable Object... values) {
        for (Object value : values) {
            cells.add(inert(value == null ? "" : value.toString()));
        }
    }

    private static @Nullable String json(@Nullable Map<String, Object> fields) {
        return fields == null ? null : JSON.writeValueAsString(fields);
    }

    /** What a spreadsheet would take for a formula is made a text. */
    private static String inert(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
