package io.keyledger.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL, unpacked from the library. Not unpacked by the library: it makes the
 * folder writable for everyone, and takes a file that a full disk cut short for complete.
 */
final class Binaries {

    private static final String VERSION = "binaries.version";

    private Binaries() {}

    /** The folder with {@code bin} and {@code lib}; complete, whatever interrupted others. */
    static Path unpackedBelow(Path folder) throws IOException {
        Path unpacked = folder.resolve(name());
        if (!Files.isDirectory(unpacked)) {
            Files.createDirectories(folder);
            Path unfinished =
                    Files.createTempDirectory(
                            folder,
                            "unfinished-",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
            try {
                unpack(unfinished);
                publish(unfinished, unpacked);
            } finally {
                Folders.delete(unfinished);
            }
        }
        return unpacked;
    }

    /** Of what there can be only one archive for; to read all of one at each start takes long. */
    private static String name() throws IOException {
        return Stream.of(version(), system(), machine(), LinuxUtils.getDistributionName())
                .filter(Objects::nonNull)
                .map(part -> part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "_"))
                .collect(Collectors.joining("-"));
    }

    private static String version() throws IOException {
        try (InputStream version =
                Objects.requireNonNull(Binaries.class.getResourceAsStream(VERSION))) {
            return new String(version.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        String machine = System.getProperty("os.arch");
        return machine.equals("amd64") ? "x86_64" : machine;
    }

    private static InputStream archive() throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine());
        } catch (IllegalStateException e) {
            throw new StartFailure(
                    "Keyledger brings no PostgreSQL for this machine (%s, %s)."
                            .formatted(system(), machine()),
                    e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.resolveSibling("");
        Files.createDirectories(parent);
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if (parent.endsWith("bin")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void publish(Path unfinished, Path unpacked) throws IOException {
        try {
            Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(unpacked)) {
                throw e;
            }
        }
    }
}
