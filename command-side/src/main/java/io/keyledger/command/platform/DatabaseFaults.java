package io.keyledger.command.platform;

import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import java.sql.SQLException;
import java.util.Set;

/** What the database says of a failure, without the texts that may hold statements and values. */
public final class DatabaseFaults {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> OVERTAKEN = Set.of("40001", "40P01");

    /** Connection failures, resources, locks not available, cancelled and shut down. */
    private static final Set<String> PASSING = Set.of("08", "53", "55", "57");

    private DatabaseFaults() {}

    /** The SQLState of the failure's cause, or null if it is none of the database. */
    public static @Nullable String state(@Nullable Throwable failure) {
        SQLException cause = cause(failure);
        return cause == null ? null : cause.getSQLState();
    }

    /** The constraint that was violated, or null if none was. */
    public static @Nullable String constraint(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException e) {
                ServerErrorMessage server = e.getServerErrorMessage();
                return server == null ? null : server.getConstraint();
            }
        }
        return null;
    }

    /** Whether others were quicker: decided again, it may succeed. */
    static boolean isOvertaken(Throwable failure) {
        String state = state(failure);
        return failure instanceof ConcurrencyException
                || state != null && OVERTAKEN.contains(state);
    }

    /** Whether the database could not be asked, or not in time. */
    static boolean isPassing(Throwable failure) {
        String state = state(failure);
        return failure instanceof CannotCreateTransactionException
                || !isOvertaken(failure)
                        && (failure instanceof TransientDataAccessException
                                || failure instanceof DataAccessResourceFailureException
                                || state != null
                                        && state.length() >= 2
                                        && PASSING.contains(state.substring(0, 2)));
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
