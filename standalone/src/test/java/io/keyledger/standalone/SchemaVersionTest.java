package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.health.SchemaVersion;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

class SchemaVersionTest {

    @Test
    void readinessAsksForTheNewestMigration() throws IOException {
        Resource[] migrations =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/V*__*.sql");
        assertThat(
                        Arrays.stream(migrations)
                                .map(Resource::getFilename)
                                .map(Objects::requireNonNull)
                                .mapToInt(
                                        name ->
                                                Integer.parseInt(
                                                        name.replaceAll("V(\\d+)_.*", "$1")))
                                .max())
                .hasValue(SchemaVersion.NEEDED);
    }
}
