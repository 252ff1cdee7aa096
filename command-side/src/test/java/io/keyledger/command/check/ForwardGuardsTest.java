package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.RawHttp;
import io.keyledger.command.testing.RawHttp.Reply;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Guards of a client that a gateway asks about: they go by the client's address, which the gateway
 * tells, and never by the gateway's or a proxy's.
 */
class ForwardGuardsTest {

    private static final String NETWORKS = "{\"networks\": [\"192.0.2.0/24\"]}";
    private static final String RATE = "{\"rateLimit\": {\"uses\": 2, \"perSeconds\": 86400}}";

    private static final String NGINX =
            "X-Original-Method: GET|X-Original-URI: /v1/assets/7|X-Real-IP: ";
    private static final String TRAEFIK =
            "X-Forwarded-Method: GET|X-Forwarded-Uri: /v1/assets/7|X-Forwarded-For: ";

    private static ScratchDatabase database;
    private static CommandNode direct;

    /** Behind a proxy, which is whoever calls, and with gateways behind one at 10.0.0.5. */
    private static CommandNode proxied;

    private static Gateway gateway;

    @BeforeAll
    static void start(@TempDir Path data) {
        database = ScratchDatabase.create();
        direct = CommandNode.start(database, data);
        proxied =
                CommandNode.start(
                        database,
                        data,
                        20,
                        Map.of(
                                "keyledger.server.trusted-proxies", "127.0.0.1",
                                "keyledger.gateway.trusted-proxies", "10.0.0.5"));
        gateway = Gateway.in(direct, database);
        gateway.guard("office", NETWORKS);
    }

    @AfterAll
    static void stop() {
        proxied.close();
        direct.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        // Whom the gateway saw.
        NGINX + "192.0.2.7, 200",
        NGINX + "203.0.113.9, 403",
        TRAEFIK + "192.0.2.7, 200",
        TRAEFIK + "203.0.113.9, 403",
        // What its client put in front is not believed.
        "'" + TRAEFIK + "192.0.2.7, 203.0.113.9', 403",
        "'" + TRAEFIK + "203.0.113.9, 192.0.2.7', 200",
        // A header of the other set says nothing.
        "'" + NGINX + "203.0.113.9|X-Forwarded-For: 192.0.2.7', 403",
        "'X-Original-Method: GET|X-Original-URI: /v1/assets/7|X-Forwarded-For: 192.0.2.7', 403",
        // No address, or none that can be read.
        NGINX + "unknown, 403",
        "X-Forwarded-Method: GET|X-Forwarded-Uri: /v1/assets/7, 403"
    })
    void goByWhomTheGatewaySaw(String headers, int status) {
        assertThat(ask(direct, "/auth", headers)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 200", "203.0.113.9, 403", "'192.0.2.7, 203.0.113.9', 403"})
    void alsoBehindEnvoy(String list, int status) {
        String header = "X-Forwarded-For: " + list;
        assertThat(ask(direct, "/auth/envoy/v1/assets/7", header)).isEqualTo(status);
    }

    /** The last address is what the proxy in front of this node added: the gateway's own. */
    @ParameterizedTest
    @CsvSource({
        "'" + TRAEFIK + "192.0.2.7, 198.51.100.1', 200",
        "'" + TRAEFIK + "203.0.113.9, 198.51.100.1', 403",
        // A gateway within the network lets nobody pass whom the network does not hold.
        "'" + TRAEFIK + "203.0.113.9, 192.0.2.1', 403",
        TRAEFIK + "192.0.2.1, 403",
        // And a proxy in front of the gateway.
        "'" + TRAEFIK + "192.0.2.7, 10.0.0.5, 198.51.100.1', 200",
        "'" + TRAEFIK + "203.0.113.9, 10.0.0.5, 192.0.2.1', 403",
        "'" + NGINX + "192.0.2.7|X-Forwarded-For: 203.0.113.9', 200",
        "'" + NGINX + "203.0.113.9|X-Forwarded-For: 192.0.2.1', 403"
    })
    void behindAProxyOfTheNodesTheyDoToo(String headers, int status) {
        assertThat(ask(proxied, "/auth", headers)).isEqualTo(status);
        if (headers.startsWith("X-Forwarded")) {
            String list = headers.substring(headers.lastIndexOf('|') + 1);
            assertThat(ask(proxied, "/auth/envoy/v1/assets/7", list)).isEqualTo(status);
        }
    }

    @Test
    void aRateLimitIsARefusalThatSaysSo() {
        Gateway limited = Gateway.in(direct, database);
        limited.guard("twice a day", RATE);
        String headers = NGINX + "192.0.2.7";
        assertThat(Stream.of(1, 2).map(_ -> reply(limited, direct, "/auth", headers).status()))
                .containsExactly(200, 200);
        Reply third = reply(limited, direct, "/auth", headers);
        assertThat(third.status()).isEqualTo(403);
        assertThat(third.header("Keyledger-Reason")).isEqualTo("rate-limited");
        assertThat(third.header("Keyledger-Record-Id")).isNotEmpty();
    }

    private static int ask(CommandNode node, String path, String headers) {
        Reply reply = reply(gateway, node, path, headers);
        assertThat(reply.header("Keyledger-Reason"))
                .isEqualTo(reply.status() == 200 ? "allowed" : "network-not-allowed");
        return reply.status();
    }

    private static Reply reply(Gateway gateway, CommandNode node, String path, String headers) {
        Stream<String> keys =
                Stream.of(
                        "Keyledger-Gateway-Key: " + gateway.gatewayKey(),
                        "X-API-Key: " + gateway.clientKey());
        List<String> all = Stream.concat(keys, Arrays.stream(headers.split("\\|", -1))).toList();
        try {
            return RawHttp.send(node.port(), "GET " + path + " HTTP/1.1", all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
