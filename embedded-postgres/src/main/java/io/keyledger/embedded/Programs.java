package io.keyledger.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs PostgreSQL's programs. They refuse to run as root, so root runs them in a user namespace of
 * their own.
 *
 * @param home the folder with {@code bin} and {@code lib}
 * @param output where what they say is appended
 */
record Programs(Path home, Path output) {

    /**
     * @throws StartFailure if this is root, who cannot have a user namespace here
     */
    void refuseRootWithoutNamespace() {
        if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
            throw new StartFailure(
                    "PostgreSQL does not run as root here; start Keyledger as another user.");
        }
    }

    /**
     * Runs a program to its end.
     *
     * @return whether it succeeded
     */
    boolean run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(output.toFile()));
        speakPlainly(builder.environment());
        return succeeds(builder.start());
    }

    /** The caller's settings for PostgreSQL's programs are for another server than this one. */
    private static void speakPlainly(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
    }

    private static boolean succeeds(Process process) throws IOException {
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program of the database ran", e);
        }
    }
}
