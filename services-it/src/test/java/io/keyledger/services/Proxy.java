package io.keyledger.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The proxy with the configuration of the deployment, but for ports and folders. */
final class Proxy {

    private Proxy() {}

    static AutoCloseable start(Path folder, Map<String, Integer> ports) throws IOException {
        Path own = Files.createDirectory(folder.resolve("nginx"));
        String configuration = configuration(own, ports);
        Optional<Path> program = Nginx.program();
        if (program.isEmpty()) {
            return StandIn.start(configuration, ports.get("proxy"));
        }
        Path file = Files.writeString(own.resolve("nginx.conf"), configuration);
        return Nginx.start("proxy", folder, program.get(), file);
    }

    private static String configuration(Path own, Map<String, Integer> ports) throws IOException {
        String text = Files.readString(ComposeFile.ROOT.resolve("deploy/nginx.conf"));
        for (Map.Entry<String, Integer> node : ports.entrySet()) {
            text = text.replace(node.getKey() + ":8080", "127.0.0.1:" + node.getValue());
        }
        return text.replace("listen 8080;", "listen 127.0.0.1:" + ports.get("proxy") + ";")
                .replace("/tmp/", own + "/");
    }
}
