package io.keyledger.command.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyledger.command.api.WantedRoute;
import io.keyledger.command.rule.Rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

@Timeout(5)
class OpenApiDocumentTest {

    private static final String HEAD = "openapi: 3.1.0\n";

    @Test
    void theClosestPlaceSaysWhatAnOperationRequires() {
        assertThat(
                        yaml(
                                """
                                x-keyledger-permission: catalog:view
                                servers: [{url: 'https://a.example.com/base/'}]
                                paths:
                                  /assets:
                                    get: {}
                                    post: {x-keyledger-permission: 'catalog:manage'}
                                  /health:
                                    x-keyledger-public: true
                                    get: {}
                                    put: {x-keyledger-public: false}
                                """))
                .containsExactlyInAnyOrder(
                        wanted("GET", "/base/assets", "catalog:view"),
                        wanted("POST", "/base/assets", "catalog:manage"),
                        new WantedRoute("GET", "/base/health", null, true, null),
                        new WantedRoute("PUT", "/base/health", null, false, null));
    }

    @Test
    void thePrefixesOfTheRequestFillInForTheDocument() {
        assertThat(
                        OpenApiDocument.routes(
                                bytes(
                                        """
                                        {"swagger": "2.0", "basePath": "/old", "paths":
                                          {"/": {"get": {}, "delete": {}}}}"""),
                                false,
                                "/v2",
                                "catalog.assets"))
                .containsExactlyInAnyOrder(
                        wanted("GET", "/v2", "catalog.assets:view"),
                        wanted("DELETE", "/v2", "catalog.assets:manage"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paths: {/a: {$ref: 'http://127.0.0.1:1/x.yaml'}}",
                "paths: {/a: {$ref: 'file:///etc/passwd'}}",
                "paths: {/a: {get: {servers: [{url: /x}]}}}",
                "paths: {/a: {head: {}}}",
                "paths: {/a: {get: text}}",
                "paths: {/a: text}"
            })
    void whatCannotBeReadForSureIsUnsupported(String document) {
        assertThat(yaml(document)).hasSize(1).allMatch(it -> it.unsupported() != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\npaths: {}",
                "paths: &p {/a: *p}",
                "x: &x {get: {}}\npaths: {/a: {<<: *x}}",
                "paths: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1:1']]",
                "paths: !!java.util.Date 2026",
                "paths: {}\npaths: {}",
                "paths: {}\n---\npaths: {}",
                "paths: [",
                "paths: 2026-99-99",
                "info: {}",
                "servers: [{url: /a}, {url: /b}]\npaths: {}",
                "servers: [{url: 'https://{host}/a'}]\npaths: {}",
                "servers: [{url: 'relative'}]\npaths: {}"
            })
    void whatIsMaliciousOrUnclearIsRefused(String document) {
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> yaml(document));
    }

    @Test
    void depthIsBounded() {
        String deep = "[".repeat(100_000);
        refused(bytes("{\"openapi\": \"3.0.0\", \"paths\": " + deep), false);
        refused(bytes(HEAD + "paths: " + deep), true);
        refused(bytes(HEAD + "paths: " + "{a: ".repeat(61) + "}".repeat(61)), true);
    }

    @Test
    void operationsAreCounted() {
        StringBuilder many = new StringBuilder(HEAD + "paths:\n");
        for (int i = 0; i <= OpenApiDocument.OPERATIONS; i++) {
            many.append("  /p").append(i).append(": {get: {}}\n");
        }
        refused(bytes(many.toString()), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"openapi\": \"4.0\", \"paths\": {}}",
                "{\"openapi\": \"3.0.0\", \"paths\": {}, \"paths\": {}}",
                "{\"openapi\": \"3.0.0\", \"paths\": {}} x"
            })
    void whatIsNoDocumentIsRefused(String json) {
        refused(bytes(json), false);
    }

    @Test
    void otherThanUtf8IsRefused() {
        refused("{\"openapi\": \"3.0.0\", \"paths\": {}}".getBytes(StandardCharsets.UTF_16), false);
    }

    private static void refused(byte[] document, boolean yaml) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> OpenApiDocument.routes(document, yaml, null, null));
    }

    private static List<WantedRoute> yaml(String document) {
        return OpenApiDocument.routes(bytes(HEAD + document), true, null, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static WantedRoute wanted(String method, String path, String permission) {
        return new WantedRoute(method, path, permission, false, null);
    }
}
