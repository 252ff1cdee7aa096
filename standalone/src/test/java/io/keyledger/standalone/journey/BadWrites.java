package io.keyledger.standalone.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;

/** Writes that would be good but for one thing: a header, or one field of their body. */
final class BadWrites {

    private static final String ACME = "/api/v1/workspaces/acme";
    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";

    private BadWrites() {}

    /** A write that would be accepted as it is, and changes what is there. */
    private record Write(String method, String path, String body) {

        BadInput bad(String what, HttpRequest.Builder request, int status, String field) {
            HttpRequest.Builder whole =
                    request.header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body));
            return new BadInput(method + " " + path + " with " + what, whole, status, field);
        }

        BadInput with(Fixture at, String header, String value, int status) {
            String shown = value.length() > 20 ? value.substring(0, 20) + "…" : value;
            return bad(
                    header + " " + shown,
                    at.api().request(path).header(header, value),
                    status,
                    header);
        }
    }

    static Stream<BadInput> over(Fixture at) {
        return Stream.of(versions(at), reasons(at), strangers(at), fields(at), ids(at))
                .flatMap(cases -> cases);
    }

    private static Stream<BadInput> versions(Fixture at) {
        return versioned(at).stream()
                .flatMap(
                        write ->
                                Stream.of(
                                        write.with(at, "If-Match", "7", 400),
                                        write.with(at, "If-Match", "\"7", 400),
                                        write.with(at, "If-Match", "\"7\" \"8\"", 400),
                                        write.with(at, "If-Match", "\"987654\"", 412)));
    }

    private static Stream<BadInput> reasons(Fixture at) {
        return Stream.concat(versioned(at).stream(), unversioned(at).stream())
                .flatMap(
                        write ->
                                Stream.of(
                                        write.with(at, "Reason", "%zz", 400),
                                        write.with(at, "Reason", "%FF", 400),
                                        write.with(at, "Reason", "a%00b", 400),
                                        write.with(at, "Reason", "%C3%A4".repeat(501), 400)));
    }

    private static Stream<BadInput> strangers(Fixture at) {
        return Stream.concat(versioned(at).stream(), unversioned(at).stream())
                .map(write -> write.bad("no key", at.api().bare(write.path()), 401, ""));
    }

    private static List<Write> versioned(Fixture at) {
        String user = ACME + "/service-users/" + at.user();
        String role = ACME + "/roles/" + at.role();
        String group = ACME + "/groups/" + at.group();
        return List.of(
                new Write("PATCH", ACME, "{\"name\":\"other\"}"),
                new Write("PATCH", role, "{\"description\":\"other\"}"),
                new Write("DELETE", role, ""),
                new Write("PATCH", group, "{\"description\":\"other\"}"),
                new Write("DELETE", group, ""),
                new Write("PATCH", user, "{\"description\":\"other\"}"),
                new Write("DELETE", user, ""),
                new Write("POST", user + ":disable", ""),
                new Write("POST", user + ":enable", ""));
    }

    private static List<Write> unversioned(Fixture at) {
        String user = ACME + "/service-users/" + at.user();
        String key = user + "/keys/" + at.keyId();
        return List.of(
                new Write("POST", "/api/v1/workspaces", "{\"slug\":\"fine\",\"name\":\"n\"}"),
                new Write("POST", ACME + "/roles", "{\"name\":\"n\",\"permissions\":[]}"),
                new Write("POST", ACME + "/groups", "{\"name\":\"n\"}"),
                new Write("POST", ACME + "/service-users", "{\"username\":\"n\"}"),
                new Write("PUT", user + "/roles/" + at.role(), ""),
                new Write("DELETE", user + "/groups/" + at.group(), ""),
                new Write("POST", user + "/keys", "{\"name\":\"n\"}"),
                new Write("PATCH", key, "{\"name\":\"n\"}"),
                new Write("POST", key + ":regenerate", ""),
                new Write("POST", key + ":disable", ""),
                new Write("DELETE", key, ""));
    }

    private static Stream<BadInput> fields(Fixture at) {
        String user = ACME + "/service-users/" + at.user();
        String role = ACME + "/roles/" + at.role();
        String group = ACME + "/groups/" + at.group();
        return Stream.of(
                patch(at, user, "\"username\":7", 400, "username"),
                patch(at, user, "\"username\":\"\"", 400, "username"),
                patch(at, user, "\"description\":[]", 400, "description"),
                patch(at, user, "\"description\":\"" + "d".repeat(501) + "\"", 400, "description"),
                patch(at, user, "\"owner\":7", 400, "owner"),
                patch(at, user, "\"owner\":{}", 400, "owner"),
                patch(at, user, "\"owner\":\"" + "o".repeat(201) + "\"", 400, "owner"),
                patch(at, user, "\"labels\":{\"a\":null}", 400, "labels"),
                patch(at, user, "\"labels\":{\"" + "k".repeat(64) + "\":\"v\"}", 400, "labels"),
                patch(at, user, "\"labels\":{\"a\":\"" + "v".repeat(256) + "\"}", 400, "labels"),
                patch(at, user, "\"expiresAt\":7", 400, "expiresAt"),
                patch(at, user, "\"expiresAt\":\"2020-01-01T00:00:00Z\"", 400, "expiresAt"),
                patch(at, user, "\"expiresAt\":\"2027-02-30T00:00:00Z\"", 400, "expiresAt"),
                patch(at, user, "\"groups\":\"" + at.group() + "\"", 400, "groups"),
                patch(at, user, "\"groups\":[null]", 400, "groups[0]"),
                patch(at, user, "\"roles\":[7]", 400, "roles[0]"),
                patch(at, user, "\"status\":\"disabled\"", 400, "status"),
                patch(at, user, "\"groups\":[\"" + NOBODY + "\"]", 404, "groups[0]"),
                patch(at, user, "\"roles\":[\"" + at.foreignRole() + "\"]", 404, "roles[0]"),
                patch(at, user, "\"groups\":[\"" + at.ownerGroup() + "\"]", 403, "groups[0]"),
                patch(at, role, "\"permissions\":{}", 400, "permissions"),
                patch(at, role, "\"permissions\":[\"a:b\",7]", 400, "permissions[1]"),
                patch(at, role, "\"name\":\"  \"", 400, "name"),
                patch(at, role, "\"name\":\"viewer\"", 409, "name"),
                patch(at, group, "\"roles\":[null]", 400, "roles[0]"),
                patch(at, group, "\"roles\":[\"" + at.foreignRole() + "\"]", 404, "roles[0]"),
                patch(at, group, "\"name\":\"viewers\"", 409, "name"),
                patch(at, group, "\"members\":[]", 400, "members"));
    }

    private static Stream<BadInput> ids(Fixture at) {
        String user = ACME + "/service-users/" + at.user();
        return Stream.of(
                send(at, "PUT", user + "/groups/" + NOBODY, 404),
                send(at, "PUT", user + "/groups/readers", 404),
                send(at, "PUT", user + "/groups/" + at.ownerGroup(), 403),
                send(at, "PUT", user + "/roles/" + NOBODY, 404),
                send(at, "PUT", user + "/roles/" + at.foreignRole(), 404),
                send(at, "PUT", user + "/roles/" + at.group(), 404),
                send(at, "PUT", ACME + "/service-users/" + NOBODY + "/roles/" + at.role(), 404),
                send(at, "DELETE", ACME + "/service-users/" + NOBODY, 404),
                send(at, "DELETE", ACME + "/service-users/" + at.foreignUser(), 404),
                send(at, "DELETE", ACME + "/roles/" + NOBODY, 404),
                send(at, "DELETE", ACME + "/roles/" + at.foreignRole(), 404),
                send(at, "DELETE", ACME + "/groups/" + at.foreignGroup(), 404),
                send(at, "POST", user + ":explode", 405),
                send(at, "POST", user + "/keys/" + at.keyId() + ":explode", 405));
    }

    private static BadInput patch(Fixture at, String path, String field, int status, String named) {
        String shown = field.length() > 40 ? field.substring(0, 40) + "…" : field;
        return new Write("PATCH", path, "{" + field + "}")
                .bad(shown, at.api().request(path), status, named);
    }

    private static BadInput send(Fixture at, String method, String path, int status) {
        return new Write(method, path, "").bad("nothing there", at.api().request(path), status, "");
    }
}
