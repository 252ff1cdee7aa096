package io.keyledger.command.testing;

import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A workspace of a test's own, and short ways to fill it through the API. */
public record TestWorkspace(Api api, String slug, JdbcClient database) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static TestWorkspace create(Api api, ScratchDatabase database) {
        String slug = "ws-" + COUNT.incrementAndGet();
        api.post("/workspaces", "{\"slug\": \"" + slug + "\", \"name\": \"Test\"}").expect(201);
        return new TestWorkspace(api, slug, JdbcClient.create(database.owner()));
    }

    /** The same workspace as somebody else sees it. */
    public TestWorkspace as(String key) {
        return new TestWorkspace(api.as(key), slug, database);
    }

    public TestWorkspace through(Api other) {
        return new TestWorkspace(other, slug, database);
    }

    public String path(String below) {
        return "/workspaces/" + slug + below;
    }

    public Answer createRole(String name, String... permissions) {
        return api.post(
                path("/roles"),
                "{\"name\": \"" + name + "\", \"permissions\": " + list(permissions) + "}");
    }

    public String role(String name, String... permissions) {
        return createRole(name, permissions).expect(201).id();
    }

    public Answer createGroup(String name, String... roles) {
        return api.post(
                path("/groups"), "{\"name\": \"" + name + "\", \"roles\": " + list(roles) + "}");
    }

    public String group(String name, String... roles) {
        return createGroup(name, roles).expect(201).id();
    }

    public Answer createUser(String username, String... groups) {
        return api.post(
                path("/service-users"),
                "{\"username\": \"" + username + "\", \"groups\": " + list(groups) + "}");
    }

    public String newUser(String username, String... groups) {
        return createUser(username, groups).expect(201).id();
    }

    public Answer generateKey(String user, String name) {
        return api.post(user(user) + "/keys", "{\"name\": \"" + name + "\"}");
    }

    /** A new key's whole text. */
    public String key(String user, String name) {
        return generateKey(user, name).expect(201).json().get("key").asString();
    }

    public Answer assignGroup(String user, String group) {
        return api.put(user(user) + "/groups/" + group);
    }

    public Answer assignRole(String user, String role) {
        return api.put(user(user) + "/roles/" + role);
    }

    /** Creates a policy in some state that grants a role, or none, for all resources. */
    public Answer createPolicy(String name, String state, String guards, String... roles) {
        String grants =
                Arrays.stream(roles)
                        .map(role -> "{\"role\": \"" + role + "\"}")
                        .collect(Collectors.joining(", ", "[", "]"));
        return api.post(
                path("/policies"),
                "{\"name\": \"%s\", \"state\": \"%s\", \"guards\": %s, \"grants\": %s}"
                        .formatted(name, state, guards, grants));
    }

    public String policy(String name, String state, String guards, String... roles) {
        return createPolicy(name, state, guards, roles).expect(201).id();
    }

    public Answer attach(String user, String policy) {
        return api.put(user(user) + "/policies/" + policy);
    }

    public Answer detach(String user, String policy) {
        return api.delete(user(user) + "/policies/" + policy);
    }

    /** To {@code enable}, {@code monitor} or {@code disable}. */
    public Answer turn(String policy, String verb) {
        return api.post(path("/policies/" + policy) + ":" + verb);
    }

    public String user(String id) {
        return path("/service-users/" + id);
    }

    public String builtInGroup(String name) {
        return builtIn("user_group", name);
    }

    public String builtInRole(String name) {
        return builtIn("role", name);
    }

    /** How many events of a kind were written here. */
    public long events(String type) {
        return database.sql(
                        "SELECT count(*) FROM store.domain_event WHERE workspace = ? AND type = ?")
                .params(slug, type)
                .query(Long.class)
                .single();
    }

    public long events() {
        return database.sql("SELECT count(*) FROM store.domain_event WHERE workspace = ?")
                .param(slug)
                .query(Long.class)
                .single();
    }

    public static String list(String... texts) {
        return Arrays.stream(texts)
                .map(text -> '"' + text + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String builtIn(String table, String name) {
        return database.sql("SELECT id FROM access." + table + " WHERE workspace = ? AND name = ?")
                .params(slug, name)
                .query(String.class)
                .single();
    }
}
