package io.keyledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.paging.Page;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import java.io.IOException;
import java.util.List;

class AuditExportEndTest {

    private static final AuditFilter ALL =
            new AuditFilter(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null);

    @Test
    void whatCannotBeReadToItsEndIsNotCalledComplete() throws IOException {
        StringBuilder table = new StringBuilder();
        Page<AuditEntry> first = new Page<>(List.of(), "no cursor of this list");
        new AuditExport(Mockito.mock(AuditTrail.class)).write("acme", ALL, first, table);
        assertThat(table.toString().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("incomplete,0,");
    }
}
