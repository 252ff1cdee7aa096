package io.keyledger.standalone.journey;

import java.time.Instant;

/**
 * A service user with a role by a group of its own, whose key is checked for what the role holds.
 */
final class Subject {

    private static final String ACME = "/api/v1/workspaces/acme";

    private final String name;
    final String role;
    final String group;
    String user;
    String keyId;
    private String key;

    private Subject(String name, String role, String group) {
        this.name = name;
        this.role = role;
        this.group = group;
    }

    static Subject in(Api api, int number) {
        String name = "subject-" + number;
        String role =
                api.post(
                                ACME + "/roles",
                                "{\"name\":\"%s\",\"permissions\":[\"catalog:view\"]}"
                                        .formatted(name))
                        .mustBe(201)
                        .text("id");
        String group =
                api.post(
                                ACME + "/groups",
                                "{\"name\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role))
                        .mustBe(201)
                        .text("id");
        Subject subject = new Subject(name, role, group);
        subject.createUser(api);
        subject.generateKey(api);
        return subject;
    }

    void createUser(Api api) {
        user =
                api.post(
                                ACME + "/service-users",
                                "{\"username\":\"%s\",\"groups\":[\"%s\"]}".formatted(name, group))
                        .mustBe(201)
                        .text("id");
    }

    void generateKey(Api api) {
        remember(api.post(path() + "/keys", "{\"name\":\"key\"}").mustBe(201));
    }

    /** Whether the key could be generated before its time was over. */
    boolean generateKeyThatExpires(Api api, Instant moment) {
        Answer made =
                api.post(
                        path() + "/keys",
                        "{\"name\":\"key\",\"expiresAt\":\"%s\"}".formatted(moment));
        if (made.status() == 400) {
            return false;
        }
        remember(made.mustBe(201));
        return true;
    }

    /** The answer holds a new secret that checks use from now on. */
    void remember(Answer made) {
        keyId = made.text("keyId");
        key = made.text("key");
    }

    Answer check(Api api) {
        return api.post(
                "/api/v1/checks",
                "{\"key\":\"%s\",\"permission\":\"catalog:view\"}".formatted(key));
    }

    String path() {
        return ACME + "/service-users/" + user;
    }

    String keyPath() {
        return path() + "/keys/" + keyId;
    }

    String rolePath() {
        return ACME + "/roles/" + role;
    }

    String groupPath() {
        return ACME + "/groups/" + group;
    }
}
