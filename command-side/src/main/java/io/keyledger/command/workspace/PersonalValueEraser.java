package io.keyledger.command.workspace;

import io.keyledger.access.journal.PersonalValue;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/** Takes values out of the dictionary, in the command's transaction; references to them stay. */
@Component
class PersonalValueEraser {

    private static final String ERASE =
            """
            UPDATE store.personal_value p SET value = NULL, salt = NULL
              FROM unnest(:workspaces::text[], :kinds::text[], :values::text[])
                AS w (workspace, kind, value)
             WHERE p.workspace = w.workspace AND p.kind = w.kind AND p.value = w.value
            RETURNING p.id
            """;

    private final JdbcClient jdbc;

    PersonalValueEraser(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** References to those that were there, in their order. */
    List<Long> erase(List<PersonalValue> values) {
        return jdbc
                .sql(ERASE)
                .param(
                        "workspaces",
                        values.stream().map(PersonalValue::workspace).toArray(String[]::new))
                .param(
                        "kinds",
                        values.stream().map(v -> v.kind().storedName()).toArray(String[]::new))
                .param("values", values.stream().map(PersonalValue::value).toArray(String[]::new))
                .query((row, _) -> row.getLong("id"))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
