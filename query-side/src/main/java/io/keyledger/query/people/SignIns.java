package io.keyledger.query.people;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.Moment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The sign-ins of a batch, which are added and never change. */
final class SignIns {

    static final String TABLE = "person_sign_in_v1";

    private final List<SignIn> all = new ArrayList<>();

    private record SignIn(UUID person, Moment at) {}

    void add(UUID person, Moment at) {
        all.add(new SignIn(person, at));
    }

    void write(Connection connection, String table) throws SQLException {
        String insert =
                "INSERT INTO " + table + " (person_id, position, signed_in_at) VALUES (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (SignIn each : all) {
                Columns.bind(statement, each.person(), each.at().position(), each.at().at());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
