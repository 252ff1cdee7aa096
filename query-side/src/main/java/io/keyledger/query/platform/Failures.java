package io.keyledger.query.platform;

import io.keyledger.shared.event.UnreadableEvent;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/**
 * What a failure says about itself. Messages of the database and of most exceptions may quote
 * stored values, so that none is shown: a failure is told by its class, its SQLState and where in
 * our code it arose.
 */
public final class Failures {

    private static final String DISCONNECTED = "08";

    /**
     * Classes of SQLState that tell of the database, its schema or what else is going on in it:
     * connection, transaction state and rollback, schema, resources, locks, operator, system.
     */
    private static final Set<String> NOT_OF_THE_DATA =
            Set.of(DISCONNECTED, "25", "26", "40", "42", "53", "55", "57", "58", "F0", "XX");

    /** Of those, what passes by itself. */
    private static final Set<String> PASSING = Set.of(DISCONNECTED, "40", "53", "55", "57");

    private Failures() {}

    /** Whether the same would have happened with other data, so that no data is to blame. */
    public static boolean isOfTheDatabase(Throwable failure) {
        return isIn(NOT_OF_THE_DATA, failure);
    }

    /** Whether trying again may do, without anybody mending anything. */
    public static boolean isPassing(Throwable failure) {
        return isIn(PASSING, failure);
    }

    /** Whether somebody else holds a lock, or another transaction went first. */
    public static boolean isContention(Throwable failure) {
        return isIn(Set.of("40", "55"), failure);
    }

    public static String describe(Throwable failure) {
        SQLException sql = sqlCause(failure);
        if (sql != null) {
            return "SQLState " + sql.getSQLState() + constraintOf(sql);
        }
        return failure instanceof UnreadableEvent
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + placeOf(failure);
    }

    private static boolean isIn(Set<String> classes, Throwable failure) {
        SQLException sql = sqlCause(failure);
        if (sql == null) {
            return false;
        }
        String state = sql.getSQLState() == null ? DISCONNECTED : sql.getSQLState();
        return classes.contains(state.substring(0, Math.min(2, state.length())));
    }

    /** The innermost one, which is the server's own. */
    private static @Nullable SQLException sqlCause(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }

    private static String constraintOf(SQLException failure) {
        ServerErrorMessage server =
                failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return server == null || server.getConstraint() == null
                ? ""
                : ", constraint " + server.getConstraint();
    }

    private static String placeOf(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.keyledger."))
                .findFirst()
                .map(frame -> " in " + simpleName(frame) + ", line " + frame.getLineNumber())
                .orElse("");
    }

    private static String simpleName(StackTraceElement frame) {
        return frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
    }
}
