package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

/**
 * A service user that holds one permission by a role of its group and another by a policy of that
 * group, under a guard, with a route of its own. Its key is checked for them.
 */
final class Subject {

    static final String BY_ROLE = "catalog:view";
    static final String BY_POLICY = "catalog:edit";

    private final String workspace;
    private final String name;
    final String role;
    final String editorRole;
    final String policy;
    final String guard;
    final String group;
    String route;
    String user;
    String keyId;
    private String key;

    private Subject(String workspace, String name, Api api) {
        this.workspace = "/api/v1/workspaces/" + workspace;
        this.name = name;
        role = made(api, "/roles", "\"permissions\":[\"%s\"]".formatted(BY_ROLE));
        editorRole =
                made(
                        api,
                        "/roles",
                        "\"permissions\":[\"%s\"]".formatted(BY_POLICY),
                        name + "-editor");
        policy =
                made(
                        api,
                        "/policies",
                        "\"state\":\"enabled\",\"grants\":[%s]".formatted(grant(editorRole)));
        guard = made(api, "/policies", "\"state\":\"enabled\"", name + "-guard");
        group =
                made(
                        api,
                        "/groups",
                        "\"roles\":[\"%s\"],\"policies\":[\"%s\"]".formatted(role, policy));
    }

    static Subject in(Api api, String workspace, int number) {
        Subject subject = new Subject(workspace, "subject-" + number, api);
        subject.made(api, "/apis", "\"description\":\"\"");
        subject.addRoute(api);
        subject.createUser(api);
        subject.generateKey(api);
        return subject;
    }

    static String grant(String role) {
        return "{\"role\":\"%s\"}".formatted(role);
    }

    void createUser(Api api) {
        user =
                api.post(
                                workspace + "/service-users",
                                "{\"username\":\"%s\",\"groups\":[\"%s\"],\"policies\":[\"%s\"]}"
                                        .formatted(name, group, guard))
                        .mustBe(201)
                        .text("id");
    }

    void generateKey(Api api) {
        remember(api.post(path() + "/keys", "{\"name\":\"key\"}").mustBe(201));
    }

    void addRoute(Api api) {
        route =
                api.post(
                                workspace + "/routes",
                                """
                                {"api":"%s","method":"GET","path":"/things/{id}","permission":"%s"}
                                """
                                        .formatted(name, BY_ROLE))
                        .mustBe(201)
                        .text("id");
    }

    /** Whether the key could be generated before its time was over. */
    boolean generateKeyThatExpires(Api api, Instant moment) {
        Answer answer =
                api.post(
                        path() + "/keys",
                        "{\"name\":\"key\",\"expiresAt\":\"%s\"}".formatted(moment));
        if (answer.status() == 400) {
            return false;
        }
        remember(answer.mustBe(201));
        return true;
    }

    /** The answer holds a new secret that checks use from now on. */
    void remember(Answer made) {
        keyId = made.text("keyId");
        key = made.text("key");
    }

    Answer check(Api api, String permission) {
        return api.post(
                "/api/v1/checks",
                "{\"key\":\"%s\",\"permission\":\"%s\"}".formatted(key, permission));
    }

    /** The id of the record of a check from that address, which is allowed. */
    String checkFrom(Api api, String address) {
        Answer answer =
                api.post(
                                "/api/v1/checks",
                                "{\"key\":\"%s\",\"permission\":\"%s\",\"address\":\"%s\"}"
                                        .formatted(key, BY_ROLE, address))
                        .mustBe(200);
        assertThat(answer.text("decision")).isEqualTo("allow");
        return answer.text("recordId");
    }

    Answer checkRoute(Api api) {
        return api.post(
                "/api/v1/checks",
                "{\"key\":\"%s\",\"method\":\"GET\",\"path\":\"/things/7\",\"api\":\"%s\"}"
                        .formatted(key, name));
    }

    String path() {
        return workspace + "/service-users/" + user;
    }

    String keyPath() {
        return path() + "/keys/" + keyId;
    }

    String rolePath() {
        return workspace + "/roles/" + role;
    }

    String groupPath() {
        return workspace + "/groups/" + group;
    }

    String policyPath() {
        return workspace + "/policies/" + policy;
    }

    String guardPath() {
        return workspace + "/policies/" + guard;
    }

    String routePath() {
        return workspace + "/routes/" + route;
    }

    private String made(Api api, String collection, String fields) {
        return made(api, collection, fields, name);
    }

    private String made(Api api, String collection, String fields, String named) {
        return api.post(workspace + collection, "{\"name\":\"%s\",%s}".formatted(named, fields))
                .mustBe(201)
                .text("id");
    }
}
