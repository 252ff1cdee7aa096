package io.keyledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.event.UnreadableEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

class FailuresTest {

    @Test
    void noMessageIsQuotedButThoseThatNeverHoldPayload() {
        SQLException server = new SQLException("Key (secret)=(s3cret) exists", "23505");
        assertThat(Failures.describe(new DataIntegrityViolationException("s3cret", server)))
                .isEqualTo("SQLState 23505");
        assertThat(Failures.describe(new IllegalStateException("s3cret")))
                .startsWith("IllegalStateException in FailuresTest, line ");
        assertThat(Failures.describe(new UnreadableEvent("no event is named a.B")))
                .isEqualTo("no event is named a.B");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "08006, true, true", "none, true, true", "57P01, true, true",
                "40001, true, true", "55P03, true, true", "53300, true, true",
                "42P01, true, false", "42501, true, false", "25006, true, false",
                "23505, false, false", "22P02, false, false", "P0001, false, false"
            })
    void theDatabaseIsToldFromTheData(String state, boolean ofTheDatabase, boolean passing) {
        SQLException failure = new SQLException("message", state);
        assertThat(Failures.isOfTheDatabase(failure)).isEqualTo(ofTheDatabase);
        assertThat(Failures.isPassing(failure)).isEqualTo(passing);
    }

    @Test
    void theServersOwnFailureCountsNotItsWrapping() {
        BatchUpdateException batch =
                new BatchUpdateException(
                        "batch", "HY000", new int[0], new SQLException("server", "57P01"));
        assertThat(Failures.isPassing(new IllegalStateException(batch))).isTrue();
    }

    @Test
    void aFaultOfOurCodeIsOfTheData() {
        assertThat(Failures.isOfTheDatabase(new NullPointerException())).isFalse();
    }
}
