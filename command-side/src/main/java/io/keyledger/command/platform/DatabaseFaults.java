package io.keyledger.command.platform;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.sql.SQLException;

/** What the database says of a failure, without the texts that may hold statements and values. */
public final class DatabaseFaults {

    private static final String UNIQUE_VIOLATION = "23505";

    private DatabaseFaults() {}

    /** The SQLState of the failure's cause, or null if it is none of the database. */
    public static @Nullable String state(@Nullable Throwable failure) {
        SQLException cause = cause(failure);
        return cause == null ? null : cause.getSQLState();
    }

    /** The constraint that was violated, or null if none was. */
    public static @Nullable String constraint(@Nullable Throwable failure) {
        ServerErrorMessage server =
                cause(failure) instanceof PSQLException e ? e.getServerErrorMessage() : null;
        return server == null ? null : server.getConstraint();
    }

    static boolean isUniqueViolation(Throwable failure) {
        return UNIQUE_VIOLATION.equals(state(failure));
    }

    private static @Nullable SQLException cause(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
