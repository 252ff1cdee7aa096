package io.keyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class DataDirectoryTest {

    @TempDir private Path folder;

    @Test
    void aSecondInstanceOnTheSameFolderIsRefusedByName() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            assertThatThrownBy(() -> DataDirectory.take(data.path()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Another Keyledger")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            assertThatThrownBy(() -> DataDirectory.take(folder)).isInstanceOf(StartFailure.class);
        }
        DataDirectory.take(folder).close();
    }

    @Test
    void aSecondInstanceIsRefusedThroughALinkToo() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (DataDirectory data = DataDirectory.take(real)) {
            assertThat(data.path()).isEqualTo(real.toRealPath());
            assertThatThrownBy(() -> DataDirectory.take(link)).isInstanceOf(StartFailure.class);
        }
    }

    @Test
    void aNewFolderIsItsOwnersAlone() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder.resolve("new/data"))) {
            assertThat(Files.getPosixFilePermissions(data.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.take(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file + "/data cannot be written");
    }

    @Test
    void aFullDiskIsCalledFull() {
        IOException full = new IOException("x: No space left on device");
        assertThat(DiskTrouble.in(folder, full)).hasMessageContaining("is full");
    }

    @Test
    void aServerThatFoundTheDiskFullIsUnderstood() throws Exception {
        ServerLog log = ServerLog.startedIn(folder);
        Files.writeString(
                log.file(),
                "FATAL:  could not write lock file \"postmaster.pid\": No space left on device\n");
        assertThat(log.explain(folder, new IOException("pg_ctl start failed")))
                .hasMessageContaining("is full");
    }
}
