package io.keyledger.query.merkle;

import io.keyledger.shared.proof.Checkpoint;
import io.keyledger.shared.proof.Unproven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoint signed last of each workspace, in a file {@code <workspace>.checkpoint}. It is on
 * the disk, once all of a round are {@link #settle settled}, before the database says that it was
 * signed.
 */
final class KeptCheckpoints {

    private static final String SUFFIX = ".checkpoint";

    private final Path folder;

    KeptCheckpoints(Path folder) {
        this.folder = folder;
    }

    /** As it was signed; the folder is as trusted as the key in it. */
    Optional<Checkpoint> of(String workspace) throws Stopped {
        try {
            return text(workspace).map(Checkpoint::unverified);
        } catch (Unproven | IOException _) {
            throw new Stopped(Stop.UNREADABLE);
        }
    }

    Optional<String> text(String workspace) throws IOException {
        try {
            return Optional.of(Files.readString(file(workspace)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    void keep(String workspace, String note) throws Stopped {
        Path draft = folder.resolve("." + workspace + ".draft");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            draft,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    draft,
                    file(workspace),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            throw new Stopped(Stop.NOT_KEPT);
        }
    }

    /** Has the names of all that were kept on the disk, too. Each wait for it holds up commits. */
    void settle() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("kept checkpoints may not be on the disk", e);
        }
    }

    List<String> workspaces() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    private Path file(String workspace) {
        return folder.resolve(workspace + SUFFIX);
    }
}
