package io.keyledger.services;

import io.keyledger.embedded.TemporaryServer;
import io.keyledger.testsupport.FreePort;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * The services of the compose file as processes of this machine: its environments, commands and
 * secrets, with names of hosts, ports and paths replaced by those here.
 */
final class Services implements AutoCloseable {

    private static final Pattern ENTRYPOINT =
            Pattern.compile("^ENTRYPOINT \\[(.*)]$", Pattern.MULTILINE);
    private static final Pattern DATABASE = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/");

    private static final int PATIENCE = 1200;

    /** Many on one machine, none of them for long. */
    private static final List<String> IN_A_TEST =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final ComposeFile compose;
    private final Path folder;
    private final TemporaryServer postgres;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private AutoCloseable proxy = () -> {};

    private Services(Path folder, TemporaryServer postgres, Map<String, String> settings)
            throws IOException, InterruptedException {
        makeSecrets(folder);
        this.compose = ComposeFile.read(variables(folder, settings));
        this.folder = folder;
        this.postgres = postgres;
    }

    static Services start(Path folder) throws Exception {
        return start(folder, _ -> true);
    }

    /** Only some of the nodes; the others are down. */
    static Services start(Path folder, Predicate<String> nodes) throws Exception {
        return start(folder, nodes, Map.of());
    }

    /**
     * With settings besides those that make-secrets.sh writes, as the environment may have them.
     */
    static Services start(Path folder, Predicate<String> nodes, Map<String, String> settings)
            throws Exception {
        Services services = made(folder, TemporaryServer.start(false), settings);
        try {
            services.start(nodes);
            return services;
        } catch (Exception | AssertionError e) {
            services.close();
            throw e;
        }
    }

    private static Services made(
            Path folder, TemporaryServer postgres, Map<String, String> settings) throws Exception {
        try {
            return new Services(folder, postgres, settings);
        } catch (Exception | AssertionError e) {
            postgres.close();
            throw e;
        }
    }

    /** What Docker Compose finds in .env; the environment goes before it. */
    private static Map<String, String> variables(Path folder, Map<String, String> settings)
            throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve(".env"))) {
            int equals = line.indexOf('=');
            variables.put(line.substring(0, equals), line.substring(equals + 1));
        }
        variables.putAll(settings);
        return variables;
    }

    private void start(Predicate<String> wanted) throws Exception {
        setSuperuserPassword();
        Node migrate = run("migrate", compose.command("migrate"));
        if (migrate.untilEnded() != 0) {
            throw new IllegalStateException(migrate.said());
        }
        ports.put("proxy", FreePort.find());
        for (String name : compose.services().keySet()) {
            if (name.contains("-side-") || name.startsWith("console-")) {
                ports.put(name, FreePort.find());
                if (wanted.test(name)) {
                    nodes.put(name, run(name, compose.command(name)));
                }
            }
        }
        proxy = Proxy.start(folder, ports);
    }

    /** Once more what a service does, or another step with its environment. */
    Node run(String service, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(entrypoint(service));
        command.addAll(arguments);
        return Node.start(service, folder, command, environment(service));
    }

    Node node(String name) {
        return nodes.get(name);
    }

    /** The database, as its superuser. */
    DataSource database() throws IOException {
        return postgres.server().dataSource("keyledger", "postgres", superuserPassword());
    }

    /** Waits until the proxy finds a ready node of each side. */
    void untilReady() throws Exception {
        untilAnswered("proxy", "/health/ready", List.of("query-side-1", "command-side-1"));
    }

    /** Waits until the console listens, which needs nothing else. */
    void untilConsoleListens() throws Exception {
        untilAnswered("console-1", "/health/live", List.of("console-1"));
    }

    private void untilAnswered(String service, String path, List<String> toBlame) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + ports.get(service) + path);
        for (int tries = 0; !isReady(address); tries++) {
            if (tries > PATIENCE) {
                StringBuilder said = new StringBuilder();
                for (String name : toBlame) {
                    said.append(node(name).said());
                }
                throw new IllegalStateException(said.toString());
            }
            Thread.sleep(100);
        }
    }

    private static boolean isReady(URI health) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(health).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    int port(String name) {
        return ports.get(name);
    }

    /** The folder that the administrator's key is written to. */
    Path keys() {
        return folder.resolve(compose.binds("command-side-1").get("/keys")).normalize();
    }

    @Override
    public void close() throws Exception {
        proxy.close();
        for (Node node : List.copyOf(nodes.values()).reversed()) {
            node.close();
        }
        postgres.close();
    }

    private static void makeSecrets(Path folder) throws IOException, InterruptedException {
        String script = ComposeFile.ROOT.resolve("deploy/make-secrets.sh").toString();
        Node made = Node.start("secrets", folder, List.of(script, folder.toString()), Map.of());
        if (made.untilEnded() != 0) {
            throw new IllegalStateException(made.said());
        }
    }

    /** What the image of PostgreSQL does with its password file. */
    private void setSuperuserPassword() throws IOException, SQLException {
        try (Connection connection = postgres.server().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            String password = statement.enquoteLiteral(superuserPassword());
            statement.execute("ALTER ROLE postgres PASSWORD " + password);
        }
    }

    private String superuserPassword() throws IOException {
        Path file = Path.of(here("postgres", "/run/secrets/superuser-password"));
        return Files.readString(file).strip();
    }

    private List<String> entrypoint(String service) throws IOException {
        String side = compose.build(service).replaceFirst("^\\./", "");
        Path root = ComposeFile.ROOT.resolve(side);
        Matcher entrypoint = ENTRYPOINT.matcher(Files.readString(root.resolve("Dockerfile")));
        if (!entrypoint.find()) {
            throw new IllegalStateException("no ENTRYPOINT for " + service);
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Pattern.compile(", *")
                .splitAsStream(entrypoint.group(1).replace("\"", ""))
                .map(word -> word.equals("java") ? java.toString() : word)
                .map(word -> word.replaceFirst("^/app/", root.resolve("target") + "/"))
                .flatMap(
                        word ->
                                word.startsWith("-XX:MaxRAMPercentage=")
                                        ? IN_A_TEST.stream()
                                        : Stream.of(word))
                .toList();
    }

    private Map<String, String> environment(String service) {
        Map<String, String> environment = compose.environment(service);
        environment.replaceAll((_, value) -> here(service, value));
        if (ports.containsKey(service)) {
            environment.replace("KEYLEDGER_PORT", Integer.toString(ports.get(service)));
            environment.replace("KEYLEDGER_ADDRESS", "127.0.0.1");
        }
        return environment;
    }

    private String here(String service, String value) {
        if (value.startsWith("/run/secrets/")) {
            String secret = value.substring("/run/secrets/".length());
            if (!compose.secrets(service).contains(secret)) {
                throw new IllegalStateException(service + " is not given " + secret);
            }
            return folder.resolve(compose.secretFile(secret)).normalize().toString();
        }
        if (compose.binds(service).containsKey(value)) {
            return folder.resolve(compose.binds(service).get(value)).normalize().toString();
        }
        return value.replace("//postgres:5432/", "//127.0.0.1:" + databasePort() + "/")
                .replace(
                        "//" + compose.addressOf("proxy") + ":8080",
                        "//127.0.0.1:" + ports.get("proxy"))
                .replace(compose.addressOf("proxy"), "127.0.0.1");
    }

    private String databasePort() {
        Matcher url = DATABASE.matcher(postgres.server().url("keyledger"));
        if (!url.find()) {
            throw new IllegalStateException("the database has no port");
        }
        return url.group(1);
    }
}
