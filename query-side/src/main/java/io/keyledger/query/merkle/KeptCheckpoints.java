package io.keyledger.query.merkle;

import io.keyledger.shared.proof.Checkpoint;
import io.keyledger.shared.proof.Unproven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
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

    /** Writes a draft, which {@link #settle} makes the kept one. */
    void draft(String workspace, String note) throws Stopped {
        try {
            Files.writeString(draft(workspace), note);
        } catch (IOException _) {
            throw new Stopped(Stop.NOT_KEPT);
        }
    }

    /**
     * Has the drafts of these workspaces on the disk in the place of what was kept. All at once,
     * since each wait for the disk holds up the commits of everybody: the first takes the others
     * along.
     */
    void settle(List<String> workspaces) {
        try {
            for (String workspace : workspaces) {
                force(draft(workspace), StandardOpenOption.WRITE);
            }
            for (String workspace : workspaces) {
                Files.move(
                        draft(workspace),
                        file(workspace),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            // The new names are on the disk, too.
            force(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoints may not be on the disk", e);
        }
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
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

    private Path draft(String workspace) {
        return folder.resolve("." + workspace + ".draft");
    }

    private Path file(String workspace) {
        return folder.resolve(workspace + SUFFIX);
    }
}
