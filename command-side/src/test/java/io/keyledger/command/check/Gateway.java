package io.keyledger.command.check;

import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A workspace with a catalogue, a client that may view assets, and a gateway that may ask.
 *
 * @param userId the client's id
 */
record Gateway(
        TestWorkspace workspace,
        ScratchDatabase database,
        String gatewayKey,
        String userId,
        String clientKey) {

    static Gateway in(CommandNode node, ScratchDatabase database) {
        TestWorkspace acme = TestWorkspace.create(node.api(), database);
        String catalog = api(acme, "catalog");
        route(acme, catalog, "GET", "/v1/assets/{id}", "\"permission\": \"catalog.assets:view\"");
        route(
                acme,
                catalog,
                "DELETE",
                "/v1/assets/{id}",
                "\"permission\": \"catalog.assets:delete\"");
        route(acme, catalog, "GET", "/v1/status", "\"public\": true");
        String archive = api(acme, "archive");
        route(acme, archive, "GET", "/v1/status", "\"permission\": \"archive:view\"");
        String role = acme.role("viewer of assets", "catalog.assets:view");
        String client = acme.newUser("client");
        acme.assignRole(client, role).expect(204);
        return new Gateway(
                acme,
                database,
                acme.key(acme.newUser("Gateway", acme.builtInGroup("gateways")), "key"),
                client,
                acme.key(client, "key"));
    }

    /** Puts guards before all that the client may do. */
    void guard(String name, String guards) {
        workspace.attach(userId, workspace.policy(name, "enabled", guards)).expect(204);
    }

    /** Each record here holds one use: the requests come one after the other. */
    long uses() {
        return JdbcClient.create(database.owner())
                .sql("SELECT count(*) FROM store.record WHERE kind = 'uses'")
                .query(Long.class)
                .single();
    }

    private static String api(TestWorkspace workspace, String name) {
        return workspace
                .api()
                .post(workspace.path("/apis"), "{\"name\": \"" + name + "\"}")
                .expect(201)
                .id();
    }

    private static void route(
            TestWorkspace workspace, String api, String method, String path, String needs) {
        workspace
                .api()
                .post(
                        workspace.path("/routes"),
                        "{\"api\": \"%s\", \"method\": \"%s\", \"path\": \"%s\", %s}"
                                .formatted(api, method, path, needs))
                .expect(201);
    }
}
