package io.keyledger.query.people;

import static io.keyledger.query.history.Columns.instant;

import io.keyledger.query.history.HistoryTable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Tables of people and of who is in which group, whose only value is the group's workspace. */
final class PersonTables {

    static final HistoryTable<UUID, PersonRow> PERSON =
            new HistoryTable<>(
                    "person_v1",
                    "id",
                    List.of("id"),
                    List.of("issuer", "subject", "status", "created_at"),
                    id -> new Object[] {id},
                    row ->
                            new Object[] {
                                row.issuer(), row.subject(), row.status(), row.createdAt()
                            },
                    row -> row.getObject("id", UUID.class),
                    PersonTables::person);

    static final HistoryTable<Membership, String> GROUP =
            new HistoryTable<>(
                    "person_group_v1",
                    "person_id",
                    List.of("person_id", "group_id"),
                    List.of("workspace"),
                    link -> new Object[] {link.person(), link.group()},
                    workspace -> new Object[] {workspace},
                    row ->
                            new Membership(
                                    row.getObject("person_id", UUID.class),
                                    row.getObject("group_id", UUID.class)),
                    row -> row.getString("workspace"));

    private PersonTables() {}

    private static PersonRow person(ResultSet row) throws SQLException {
        return new PersonRow(
                row.getString("issuer"),
                row.getString("subject"),
                row.getString("status"),
                instant(row, "created_at"));
    }
}
