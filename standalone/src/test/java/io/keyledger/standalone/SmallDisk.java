package io.keyledger.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes, for root on Linux to mount. */
final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether this user on this machine can mount one. */
    static boolean canBeHad() throws Exception {
        Path folder = Files.createTempDirectory("keyledger-disk");
        try {
            if (run("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder.toString()) != 0) {
                return false;
            }
            return run("umount", folder.toString()) == 0;
        } catch (IOException _) {
            return false;
        } finally {
            Files.delete(folder);
        }
    }

    static SmallDisk mount(Path folder, int megabytes) throws Exception {
        Files.createDirectory(folder);
        int exit =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", "" + folder);
        if (exit != 0) {
            throw new IllegalStateException("mount ended with " + exit);
        }
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Takes all the room there is. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] chunk = new byte[CHUNK];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws Exception {
        run("umount", "-l", folder.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
    }
}
