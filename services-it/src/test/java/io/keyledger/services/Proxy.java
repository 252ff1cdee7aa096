package io.keyledger.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxy with the configuration of the deployment, but for ports and folders. */
final class Proxy {

    private static final List<String> PLACES =
            List.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin");

    private Proxy() {}

    static AutoCloseable start(Path folder, Map<String, Integer> ports) throws IOException {
        Path own = Files.createDirectory(folder.resolve("nginx"));
        String configuration = configuration(own, ports);
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return StandIn.start(configuration, ports.get("proxy"));
        }
        Path file = Files.writeString(own.resolve("nginx.conf"), configuration);
        String directives = isRoot() ? "daemon off; user root;" : "daemon off;";
        List<String> command = new ArrayList<>(List.of(program.get().toString(), "-e", "stderr"));
        command.addAll(List.of("-c", file.toString(), "-g", directives));
        return Node.start("proxy", folder, command, Map.of());
    }

    private static String configuration(Path own, Map<String, Integer> ports) throws IOException {
        String text = Files.readString(ComposeFile.ROOT.resolve("deploy/nginx.conf"));
        for (Map.Entry<String, Integer> node : ports.entrySet()) {
            text = text.replace(node.getKey() + ":8080", "127.0.0.1:" + node.getValue());
        }
        return text.replace("listen 8080;", "listen 127.0.0.1:" + ports.get("proxy") + ";")
                .replace("/tmp/", own + "/");
    }

    private static Optional<Path> program() {
        Stream<String> path = Stream.of(System.getenv("PATH").split(":"));
        return Stream.concat(path, PLACES.stream())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
