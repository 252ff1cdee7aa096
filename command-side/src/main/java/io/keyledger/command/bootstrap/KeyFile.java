package io.keyledger.command.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;

/** A file that an administrator's key is put into. */
record KeyFile(Path folder, String name) {

    Path path() {
        return folder.resolve(name);
    }

    /**
     * Writes the key beside its final place, on the disk for sure before anything depends on it.
     */
    Path prepare(String key) {
        try {
            Files.createDirectories(folder);
            Path file =
                    Files.createTempFile(
                            folder,
                            name + ".",
                            ".new",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key + "\n");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void publish(Path prepared) {
        try {
            Files.move(prepared, path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another node, which started in between, took it for one that a crash left.
            if (!Files.exists(path())) {
                throw new UncheckedIOException(e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard(Path prepared) {
        try {
            Files.deleteIfExists(prepared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * After a crash between the commit and the move: of the keys that were prepared the one that
     * works. An earlier first start may have left others, which never came to be.
     */
    void publishLeftOver(Predicate<String> works) {
        if (Files.exists(path()) || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, name + ".*.new")) {
            for (Path file : left) {
                if (works.test(Files.readString(file).strip())) {
                    publish(file);
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
