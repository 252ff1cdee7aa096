package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A secret is answered once and is then nowhere: at every log level, on every path that goes wrong.
 */
@Isolated("a node that starts meanwhile sets up logging anew")
class SecretsTest {

    private static final String ACME = "/api/v1/workspaces/acme";
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final List<Level> LEVELS =
            List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE);

    @TempDir private Path data;
    private final List<String> secrets = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("io.keyledger");
    private FileAppender<ILoggingEvent> everything;

    @BeforeEach
    void logEverything() {
        LoggerContext context = root.getLoggerContext();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger %mdc %msg%n%xEx");
        encoder.start();
        everything = new FileAppender<>();
        everything.setContext(context);
        everything.setEncoder(encoder);
        everything.setFile(data.resolve("everything.log").toString());
        everything.start();
    }

    @AfterEach
    void logAsUsual() {
        root.detachAppender(everything);
        own.detachAppender(everything);
        root.setLevel(Level.INFO);
        everything.stop();
    }

    @Test
    void isNowhereButInTheAnswerThatShowsIt() throws Exception {
        for (Level level : LEVELS) {
            secrets.clear();
            answers.clear();
            SpanReceiver receiver = new SpanReceiver();
            try (receiver;
                    ScratchDatabase database = ScratchDatabase.create();
                    Node node =
                            Node.start(
                                    database,
                                    data.resolve(level.toString()),
                                    receiver.settings())) {
                root.setLevel(level);
                root.addAppender(everything);
                own.addAppender(everything);
                Api api = node.administrator();
                secrets.add(Files.readString(data.resolve(level + "/bootstrap-admin.key")).strip());
                String written = useAndMisuse(api);
                Sql.awaitEmpty(database, "store.ledger_pending");
                api.get(ACME + "/audit?limit=500", "Consistency-Token", written).mustBe(200);
                assertNowhere("a table", tables(database));
                String metrics = api.get("/metrics").mustBe(200).body();
                assertThat(metrics).contains("keyledger_command_seconds_count{command=");
                assertNowhere("a metric", metrics);
                root.setLevel(Level.INFO);
            }
            root.detachAppender(everything);
            own.detachAppender(everything);
            assertNowhere("the log at " + level, Files.readString(data.resolve("everything.log")));
            assertNowhere("an answer", answers.toString());
            assertThat(receiver.spans()).extracting(Span::name).contains("check batch");
            assertNowhere("a span", receiver.raw());
            assertNowhere("a thread dump", threads());
        }
        assertThat(Files.readString(data.resolve("everything.log")))
                .as("the log was at TRACE")
                .contains("TRACE ");
    }

    /** The consistency token of the last change. */
    private String useAndMisuse(Api api) {
        api.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
        String user =
                api.post(ACME + "/service-users", "{\"username\":\"robot\"}")
                        .mustBe(201)
                        .text("id");
        String keys = ACME + "/service-users/" + user + "/keys";
        Answer generated = api.post(keys, "{\"name\":\"first\"}").mustBe(201);
        String first = remember(generated);
        Answer regenerated =
                api.post(
                                keys + "/" + generated.text("keyId") + ":regenerate",
                                "{\"overlapSeconds\":60}")
                        .mustBe(200);
        String second = remember(regenerated);
        for (String key : List.of(first, second)) {
            misuse(api, keys, key);
        }
        keep(api.get(keys));
        keep(api.get(ACME + "/service-users/" + user));
        return regenerated.header("Consistency-Token");
    }

    private void misuse(Api api, String keys, String key) {
        String check = "{\"key\":\"" + key + "\",\"permission\":\"catalog:view\"}";
        keep(api.post("/api/v1/checks", check));
        keep(api.post("/api/v1/checks", check.replace("}", ",\"colour\":1}")));
        keep(api.post("/api/v1/checks", check.substring(0, check.length() - 1)));
        keep(api.post("/api/v1/checks", check.replace("catalog:view", "*")));
        keep(api.post("/api/v1/checks", "{\"key\":[\"" + key + "\"],\"permission\":\"a:b\"}"));
        keep(api.as(key).get(ACME + "/audit"));
        keep(api.as(key).post(keys, "{\"name\":\"" + key + "\"}"));
        keep(api.post(keys, "{\"name\":\"" + key + "\"}"));
        keep(api.get("/api/v1/" + key));
        keep(api.send(key.replace("_", ""), "/api/v1/checks", BodyPublishers.noBody()));
        keep(
                api.send(
                        api.request(ACME + "/roles")
                                .header("traceparent", PARENT)
                                .header("tracestate", "kl=" + key)
                                .GET()));
        keep(api.send(api.request(ACME + "/roles").header("baggage", "key=" + key).GET()));
        keep(api.get(ACME + "/service-users/" + key));
        keep(api.get(ACME + "/audit?key=" + key));
        keep(api.send(api.request(ACME + "/roles").header("User-Agent", "curl " + key).GET()));
        keep(
                api.send(
                        api.bare(ACME + "/roles")
                                .header("Authorization", "Basic " + basic(key))
                                .GET()));
        keep(
                api.send(
                        api.bare(ACME + "/roles")
                                .header("X-API-Key", key)
                                .PUT(BodyPublishers.noBody())));
        keep(api.send(api.request(ACME + "/roles").header("Idempotency-Key", key).GET()));
        keep(api.send(api.request(ACME + "/roles").header("X-Request-Id", key).GET()));
    }

    private String remember(Answer made) {
        secrets.add(made.text("key"));
        secrets.add(made.text("secret"));
        return made.text("key");
    }

    private void keep(Answer answer) {
        answers.add(answer);
    }

    private void assertNowhere(String place, String text) {
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            for (String form :
                    List.of(
                            secret,
                            Base64.getEncoder().withoutPadding().encodeToString(bytes),
                            HexFormat.of().formatHex(bytes))) {
                int at = text.indexOf(form);
                assertThat(at)
                        .as("%s holds a secret: %s", place, around(text, at, form.length()))
                        .isNegative();
            }
        }
    }

    private static String around(String text, int at, int length) {
        return at < 0
                ? ""
                : text.substring(Math.max(0, at - 300), Math.min(text.length(), at + length));
    }

    private static String tables(ScratchDatabase database) {
        StringBuilder all = new StringBuilder();
        for (String table :
                Sql.list(
                        database,
                        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
            Sql.list(database, "SELECT t::text FROM " + table + " t")
                    .forEach(row -> all.append(table).append(' ').append(row).append('\n'));
        }
        return all.toString();
    }

    private static String threads() {
        StringBuilder all = new StringBuilder();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            all.append(thread);
        }
        return all.toString();
    }

    private static String basic(String key) {
        String credentials = key.substring(3, 25) + ":" + key.substring(26);
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
    }
}
