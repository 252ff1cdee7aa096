package io.keyledger.query.views;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database for each test. */
abstract class FreshViews extends ViewsTestBase {

    @BeforeEach
    void begin() {
        open();
    }

    @AfterEach
    void end() {
        close();
    }
}
