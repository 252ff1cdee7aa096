package io.keyledger.query.views;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One database for tests that only read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedViews extends ViewsTestBase {

    /** What has happened before all tests. */
    abstract void given() throws Exception;

    @BeforeAll
    void begin() throws Exception {
        open();
        given();
        views.project();
    }

    @AfterAll
    void end() {
        close();
    }
}
