package io.keyledger.query.views;

import io.keyledger.query.testing.Api;
import io.keyledger.query.testing.ScratchPool;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database for each test, and one API for all, which reads whichever is open. */
abstract class FreshViews extends ViewsTestBase {

    @BeforeEach
    void begin() {
        open();
    }

    @AfterEach
    void end() {
        close();
    }

    @Override
    Api apiOver(ScratchDatabase database) {
        Shared.OPEN.setTargetDataSource(ScratchPool.of(database.query()));
        return Shared.api();
    }

    @Override
    void close() {
        database.close();
    }

    private static final class Shared {

        static final DelegatingDataSource OPEN = new DelegatingDataSource();
        private static Api api;

        static synchronized Api api() {
            if (api == null) {
                api = new Api(OPEN);
            }
            return api;
        }
    }
}
