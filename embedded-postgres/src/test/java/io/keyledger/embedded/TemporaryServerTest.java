package io.keyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

class TemporaryServerTest {

    @ParameterizedTest
    @CsvSource({"true,on", "false,off"})
    void isAsDurableAsAskedAndLeavesNothing(boolean durable, String fsync) throws Exception {
        Path files;
        try (TemporaryServer temporary = TemporaryServer.start(durable);
                Connection connection = temporary.server().superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet setting =
                        statement.executeQuery(
                                "SELECT current_setting('fsync'), current_setting('data_directory')")) {
            setting.next();
            assertThat(setting.getString(1)).isEqualTo(fsync);
            files = Path.of(setting.getString(2));
            assertThat(files).exists();
        }
        assertThat(Files.exists(files.getParent())).isFalse();
    }
}
