package io.keyledger.benchmark.load;

import static io.keyledger.benchmark.load.Administrator.ID;
import static io.keyledger.benchmark.load.Administrator.KEY;
import static io.keyledger.benchmark.load.Administrator.KEY_ID;
import static io.keyledger.benchmark.load.Administrator.found;

import java.io.IOException;

/** A service user with one key, a role by a group of its own, and a policy of its own. */
final class Revocable {

    private final Administrator administrator;
    private final String workspace;
    private final String role;
    private final String guard;
    private final String group;
    private final String user;
    private String keyId = "";
    private String key = "";
    private String nextKey = "";

    Revocable(Administrator administrator, String slug, String name)
            throws IOException, InterruptedException {
        this.administrator = administrator;
        workspace = "/api/v1/workspaces/" + slug;
        role = made("/roles", "\"name\":\"%s\",\"permissions\":[\"catalog.*:view\"]", name);
        guard = made("/policies", "\"name\":\"%s\",\"state\":\"enabled\"", name);
        group = made("/groups", "\"name\":\"%s\",\"roles\":[\"%s\"]", name, role);
        user =
                made(
                        "/service-users",
                        "\"username\":\"%s\",\"groups\":[\"%s\"],\"policies\":[\"%s\"]",
                        name,
                        group,
                        guard);
        generateKey();
    }

    /** What is shown: where its secret was changed, the old one until the change is taken back. */
    String key() {
        return key;
    }

    /** By one of the ways for a permission to go; the change is answered when it returns. */
    void revoke(Way way) throws IOException, InterruptedException {
        switch (way) {
            case KEY_DELETED -> administrator.delete(keyPath());
            case KEY_DISABLED -> administrator.post(keyPath() + ":disable", "");
            case SECRET_REGENERATED ->
                    nextKey = found(KEY, administrator.post(keyPath() + ":regenerate", "{}"));
            case USER_DISABLED -> administrator.post(userPath() + ":disable", "");
            case GROUP_UNASSIGNED -> administrator.delete(userPath() + "/groups/" + group);
            case ROLE_CUT -> permit("catalog.*:list");
            case GUARD_IMPOSED -> allowFrom("\"192.0.2.0/24\"");
        }
    }

    void giveBack(Way way) throws IOException, InterruptedException {
        switch (way) {
            case KEY_DELETED -> generateKey();
            case KEY_DISABLED -> administrator.post(keyPath() + ":enable", "");
            case SECRET_REGENERATED -> key = nextKey;
            case USER_DISABLED -> administrator.post(userPath() + ":enable", "");
            case GROUP_UNASSIGNED -> administrator.put(userPath() + "/groups/" + group);
            case ROLE_CUT -> permit("catalog.*:view");
            case GUARD_IMPOSED -> allowFrom("");
        }
    }

    /** A way for a permission to go. */
    enum Way {
        KEY_DELETED("the key deleted"),
        KEY_DISABLED("the key disabled"),
        SECRET_REGENERATED("its secret regenerated"),
        USER_DISABLED("the service user disabled"),
        GROUP_UNASSIGNED("a group taken from it"),
        ROLE_CUT("a permission taken from its role"),
        GUARD_IMPOSED("a guard of networks put on it");

        final String what;

        Way(String what) {
            this.what = what;
        }
    }

    private void generateKey() throws IOException, InterruptedException {
        String shown = administrator.post(userPath() + "/keys", "{\"name\":\"key\"}");
        keyId = found(KEY_ID, shown);
        key = found(KEY, shown);
    }

    private void permit(String permission) throws IOException, InterruptedException {
        administrator.patch(
                workspace + "/roles/" + role, "{\"permissions\":[\"" + permission + "\"]}");
    }

    private void allowFrom(String networks) throws IOException, InterruptedException {
        administrator.patch(
                workspace + "/policies/" + guard, "{\"guards\":{\"networks\":[" + networks + "]}}");
    }

    private String userPath() {
        return workspace + "/service-users/" + user;
    }

    private String keyPath() {
        return userPath() + "/keys/" + keyId;
    }

    private String made(String collection, String fields, Object... values)
            throws IOException, InterruptedException {
        String body = "{" + fields.formatted(values) + "}";
        return found(ID, administrator.post(workspace + collection, body));
    }
}
