package io.keyledger.services;

import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What docker-compose.yml says, for those who start the same by other means. */
record ComposeFile(Map<String, Object> document) {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** With values of variables, as Docker Compose takes them from the environment and .env. */
    static ComposeFile read(Map<String, String> variables) throws IOException {
        return of(Files.readString(ROOT.resolve("docker-compose.yml")), variables);
    }

    static ComposeFile of(String text, Map<String, String> variables) {
        Map<String, Object> document = new Yaml().load(text);
        document.replaceAll((_, value) -> new Interpolation(variables).in(value));
        return new ComposeFile(document);
    }

    Map<String, Object> services() {
        return map(document, "services");
    }

    Map<String, Object> service(String name) {
        return map(services(), name);
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        map(service(service), "environment")
                .forEach((name, value) -> environment.put(name, value.toString()));
        return environment;
    }

    List<String> command(String service) {
        return list(service(service), "command");
    }

    List<String> secrets(String service) {
        return list(service(service), "secrets");
    }

    /** The folder or Dockerfile's folder that the service is built from. */
    String build(String service) {
        return service(service).get("build").toString();
    }

    /** Where a secret's file is, from the root. */
    String secretFile(String secret) {
        return map(map(document, "secrets"), secret).get("file").toString();
    }

    /** What is bound into the service, by the path that it has there. */
    Map<String, String> binds(String service) {
        Map<String, String> binds = new LinkedHashMap<>();
        for (String volume : list(service(service), "volumes")) {
            String[] parts = volume.split(":");
            binds.put(parts[1], parts[0]);
        }
        return binds;
    }

    String addressOf(String service) {
        return map(map(service(service), "networks"), "keyledger").get("ipv4_address").toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> parent, String key) {
        return (List<String>) parent.getOrDefault(key, List.of());
    }
}
