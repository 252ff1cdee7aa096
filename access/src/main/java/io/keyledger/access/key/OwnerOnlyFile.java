package io.keyledger.access.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is complete from the moment it has its name, and readable by its owner alone. */
public final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    public static void create(Path file, String content) throws IOException {
        Path draft =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        ".secret",
                        ".draft",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, content);
            // A link, unlike a move, fails when another process was first.
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
    }
}
