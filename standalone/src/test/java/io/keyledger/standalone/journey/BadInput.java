package io.keyledger.standalone.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Requests that must be refused: each with the status and the field that the refusal must name. */
record BadInput(String what, HttpRequest.Builder request, int status, String field) {

    private static final String LONG = "x".repeat(70);

    /** All cases over a prepared workspace. */
    static List<BadInput> over(Fixture at) {
        return Stream.of(
                        bodies(at),
                        workspaces(at),
                        credentials(at),
                        roles(at),
                        groups(at),
                        serviceUsers(at),
                        edits(at),
                        keys(at),
                        checks(at),
                        headers(at),
                        queries(at),
                        operations(at),
                        BadWrites.over(at))
                .flatMap(cases -> cases)
                .toList();
    }

    private static Stream<BadInput> bodies(Fixture at) {
        String path = "/api/v1/workspaces";
        return Stream.of(
                post(at, "malformed JSON", path, "{\"slug\":", 400, "slug"),
                post(at, "an empty body", path, "", 400, ""),
                post(at, "an array for an object", path, "[]", 400, ""),
                post(at, "a bare string", path, "\"acme\"", 400, ""),
                post(at, "two documents", path, "{\"slug\":\"s1\",\"name\":\"n\"} {}", 400, ""),
                post(
                        at,
                        "a name given twice",
                        path,
                        "{\"slug\":\"s1\",\"slug\":\"s2\",\"name\":\"n\"}",
                        400,
                        "slug"),
                post(
                        at,
                        "an unknown field",
                        path,
                        "{\"slug\":\"s1\",\"name\":\"n\",\"colour\":\"red\"}",
                        400,
                        "colour"),
                new BadInput(
                        "invalid UTF-8",
                        at.api()
                                .request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(invalidUtf8())),
                        400,
                        "name"),
                post(at, "10 MB", path, "{\"slug\":\"" + "x".repeat(10_000_000) + "\"}", 413, ""),
                new BadInput(
                        "another media type",
                        at.api()
                                .request(path)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("slug=s1")),
                        415,
                        ""),
                new BadInput(
                        "a form that is none",
                        at.api()
                                .request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("slug=%zz")),
                        415,
                        ""),
                new BadInput(
                        "a malformed multipart body",
                        at.api()
                                .request(path)
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString("--b nothing")),
                        415,
                        ""),
                new BadInput(
                        "a wrong method",
                        at.api().request(path).PUT(BodyPublishers.ofString("{}")),
                        405,
                        ""),
                new BadInput(
                        "an unknown method",
                        at.api().request(path).method("BREW", none()),
                        405,
                        ""),
                new BadInput("no such path", at.api().request("/api/v1/nothing").GET(), 404, ""));
    }

    private static Stream<BadInput> workspaces(Fixture at) {
        String path = "/api/v1/workspaces";
        return Stream.of(
                post(at, "a number as slug", path, "{\"slug\":5,\"name\":\"n\"}", 400, "slug"),
                post(at, "no slug", path, "{\"name\":\"n\"}", 400, "slug"),
                post(
                        at,
                        "capitals in a slug",
                        path,
                        "{\"slug\":\"Acme\",\"name\":\"n\"}",
                        400,
                        "slug"),
                post(at, "a short slug", path, "{\"slug\":\"a\",\"name\":\"n\"}", 400, "slug"),
                post(
                        at,
                        "a long slug",
                        path,
                        "{\"slug\":\"" + "a".repeat(41) + "\",\"name\":\"n\"}",
                        400,
                        "slug"),
                post(at, "a slug taken", path, "{\"slug\":\"acme\",\"name\":\"n\"}", 409, "slug"),
                post(at, "a blank name", path, "{\"slug\":\"s1\",\"name\":\"  \"}", 400, "name"),
                post(at, "a null name", path, "{\"slug\":\"s1\",\"name\":null}", 400, "name"),
                post(
                        at,
                        "a NUL in a name",
                        path,
                        "{\"slug\":\"s1\",\"name\":\"a\\u0000b\"}",
                        400,
                        "name"),
                post(
                        at,
                        "half a character in a name",
                        path,
                        "{\"slug\":\"s1\",\"name\":\"a\\ud800b\"}",
                        400,
                        "name"));
    }

    private static Stream<BadInput> credentials(Fixture at) {
        String path = "/api/v1/workspaces";
        String key = at.key();
        return Stream.of(
                new BadInput("no key", at.api().bare(path).GET(), 401, ""),
                new BadInput("a wrong character", bearer(at, oneWrong(key)), 401, ""),
                new BadInput("a truncated key", bearer(at, key.substring(0, 40)), 401, ""),
                new BadInput("something else", bearer(at, "hello"), 401, ""),
                new BadInput(
                        "two different keys",
                        at.api().request(path).header("X-API-Key", oneWrong(key)).GET(),
                        401,
                        ""),
                new BadInput(
                        "broken Basic",
                        at.api().bare(path).header("Authorization", "Basic !!!").GET(),
                        401,
                        ""));
    }

    private static Stream<BadInput> roles(Fixture at) {
        String path = "/api/v1/workspaces/acme/roles";
        return Stream.of(
                post(
                        at,
                        "permissions not a list",
                        path,
                        "{\"name\":\"n\",\"permissions\":\"a:b\"}",
                        400,
                        "permissions"),
                post(
                        at,
                        "a permission in capitals",
                        path,
                        "{\"name\":\"n\",\"permissions\":[\"a:b\",\"Catalog:View\"]}",
                        400,
                        "permissions[1]"),
                post(
                        at,
                        "a null permission",
                        path,
                        "{\"name\":\"n\",\"permissions\":[null]}",
                        400,
                        "permissions[0]"),
                post(
                        at,
                        "a star in the middle",
                        path,
                        "{\"name\":\"n\",\"permissions\":[\"a.*.b:view\"]}",
                        400,
                        "permissions[0]"),
                post(
                        at,
                        "a reserved permission",
                        path,
                        "{\"name\":\"n\",\"permissions\":[\"workspace.ownership:delete\"]}",
                        403,
                        "permissions[0]"),
                post(
                        at,
                        "a long name",
                        path,
                        "{\"name\":\"" + LONG + "\",\"permissions\":[]}",
                        400,
                        "name"),
                post(
                        at,
                        "a long description",
                        path,
                        "{\"name\":\"n\",\"description\":\""
                                + "d".repeat(501)
                                + "\",\"permissions\":[]}",
                        400,
                        "description"),
                post(
                        at,
                        "a role's name taken, in capitals",
                        path,
                        "{\"name\":\"READER\",\"permissions\":[]}",
                        409,
                        "name"),
                post(
                        at,
                        "an unknown workspace",
                        "/api/v1/workspaces/nowhere/roles",
                        "{\"name\":\"n\",\"permissions\":[]}",
                        404,
                        ""));
    }

    private static Stream<BadInput> groups(Fixture at) {
        String path = "/api/v1/workspaces/acme/groups";
        return Stream.of(
                post(
                        at,
                        "a role id that is none",
                        path,
                        "{\"name\":\"n\",\"roles\":[\"reader\"]}",
                        400,
                        "roles[0]"),
                post(
                        at,
                        "a role of another workspace",
                        path,
                        "{\"name\":\"n\",\"roles\":[\"" + at.foreignRole() + "\"]}",
                        404,
                        "roles[0]"),
                post(at, "a blank group name", path, "{\"name\":\"\"}", 400, "name"),
                new BadInput(
                        "deleting a built-in group",
                        at.api().request(path + "/" + at.ownerGroup()).DELETE(),
                        409,
                        ""),
                new BadInput(
                        "deleting a group with members",
                        at.api().request(path + "/" + at.group()).DELETE(),
                        409,
                        ""));
    }

    private static Stream<BadInput> serviceUsers(Fixture at) {
        String path = "/api/v1/workspaces/acme/service-users";
        return Stream.of(
                post(at, "a long username", path, user("\"" + LONG + "\"", ""), 400, "username"),
                post(at, "a blank username", path, user("\" \"", ""), 400, "username"),
                post(at, "a sign in a username", path, user("\"a!b\"", ""), 400, "username"),
                post(at, "a number as username", path, user("12", ""), 400, "username"),
                post(at, "a username taken", path, user("\"ROBOT\"", ""), 409, "username"),
                post(
                        at,
                        "the owner group",
                        path,
                        user("\"n\"", ",\"groups\":[\"" + at.ownerGroup() + "\"]"),
                        403,
                        "groups[0]"),
                post(
                        at,
                        "a group of another workspace",
                        path,
                        user("\"n\"", ",\"groups\":[\"" + at.foreignGroup() + "\"]"),
                        404,
                        "groups[0]"),
                post(at, "labels as a list", path, user("\"n\"", ",\"labels\":[]"), 400, "labels"),
                post(
                        at,
                        "a label in capitals",
                        path,
                        user("\"n\"", ",\"labels\":{\"Team\":\"x\"}"),
                        400,
                        "labels"),
                post(
                        at,
                        "an expiry that is no time",
                        path,
                        user("\"n\"", ",\"expiresAt\":\"tomorrow\""),
                        400,
                        "expiresAt"),
                post(
                        at,
                        "a long owner",
                        path,
                        user("\"n\"", ",\"owner\":\"" + "o".repeat(201) + "\""),
                        400,
                        "owner"));
    }

    private static Stream<BadInput> edits(Fixture at) {
        String users = "/api/v1/workspaces/acme/service-users/";
        return Stream.of(
                new BadInput(
                        "an id that is none",
                        json(at.api().request(users + "robot")).method("PATCH", text("{}")),
                        404,
                        ""),
                new BadInput(
                        "a user of another workspace",
                        json(at.api().request(users + at.foreignUser()))
                                .method("PATCH", text("{\"description\":\"mine\"}")),
                        404,
                        ""),
                new BadInput(
                        "assigning a group of another workspace",
                        at.api()
                                .request(users + at.user() + "/groups/" + at.foreignGroup())
                                .PUT(none()),
                        404,
                        ""),
                new BadInput(
                        "a stale version",
                        json(at.api().request(users + at.user()))
                                .header("If-Match", "\"0\"")
                                .method("PATCH", text("{\"description\":\"d\"}")),
                        412,
                        "If-Match"),
                new BadInput(
                        "a version that is none",
                        json(at.api().request(users + at.user()))
                                .header("If-Match", "seven")
                                .method("PATCH", text("{\"description\":\"d\"}")),
                        400,
                        "If-Match"));
    }

    private static Stream<BadInput> keys(Fixture at) {
        String keys = "/api/v1/workspaces/acme/service-users/" + at.user() + "/keys";
        String regenerate = keys + "/" + at.keyId() + ":regenerate";
        return Stream.of(
                post(at, "a blank key name", keys, "{\"name\":\"\"}", 400, "name"),
                post(at, "a long key name", keys, "{\"name\":\"" + LONG + "\"}", 400, "name"),
                post(
                        at,
                        "an expiry in the past",
                        keys,
                        "{\"name\":\"n\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                        400,
                        "expiresAt"),
                post(
                        at,
                        "a negative overlap",
                        regenerate,
                        "{\"overlapSeconds\":-1}",
                        400,
                        "overlapSeconds"),
                post(
                        at,
                        "a long overlap",
                        regenerate,
                        "{\"overlapSeconds\":86401}",
                        400,
                        "overlapSeconds"),
                post(
                        at,
                        "a text as overlap",
                        regenerate,
                        "{\"overlapSeconds\":\"10\"}",
                        400,
                        "overlapSeconds"),
                post(
                        at,
                        "half a second",
                        regenerate,
                        "{\"overlapSeconds\":1.5}",
                        400,
                        "overlapSeconds"),
                post(at, "an unknown key", keys + "/" + "0".repeat(22) + ":disable", "", 404, ""),
                new BadInput(
                        "a key id with a wrong character",
                        at.api().request(keys + "/" + oneWrong(at.keyId())).DELETE(),
                        404,
                        ""));
    }

    private static Stream<BadInput> checks(Fixture at) {
        String path = "/api/v1/checks";
        String key = "\"key\":\"" + at.key() + "\"";
        return Stream.of(
                post(at, "no permission", path, "{" + key + "}", 400, "permission"),
                post(at, "no key to check", path, "{\"permission\":\"a:b\"}", 400, "key"),
                post(at, "a key as number", path, "{\"key\":7,\"permission\":\"a:b\"}", 400, "key"),
                post(
                        at,
                        "a pattern",
                        path,
                        "{" + key + ",\"permission\":\"a:*\"}",
                        400,
                        "permission"),
                post(
                        at,
                        "an address that is none",
                        path,
                        "{" + key + ",\"permission\":\"a:b\",\"address\":\"here\"}",
                        400,
                        "address"));
    }

    private static Stream<BadInput> headers(Fixture at) {
        String path = "/api/v1/workspaces/acme/roles";
        String body = "{\"name\":\"n\",\"permissions\":[]}";
        return Stream.of(
                new BadInput(
                        "a reason badly encoded",
                        json(at.api().request(path)).header("Reason", "%zz").POST(text(body)),
                        400,
                        "Reason"),
                new BadInput(
                        "a long reason",
                        json(at.api().request(path))
                                .header("Reason", "r".repeat(501))
                                .POST(text(body)),
                        400,
                        "Reason"),
                new BadInput(
                        "a token that is none",
                        at.api().request(path).header("Consistency-Token", "now").GET(),
                        400,
                        "Consistency-Token"));
    }

    private static Stream<BadInput> queries(Fixture at) {
        String acme = "/api/v1/workspaces/acme";
        String permissions = acme + "/service-users/" + at.user() + "/permissions";
        return Stream.of(
                get(at, "no entries", acme + "/audit?limit=0", 400, "limit"),
                get(at, "too many entries", acme + "/audit?limit=501", 400, "limit"),
                get(at, "a limit that is none", acme + "/roles?limit=many", 400, "limit"),
                get(at, "a cursor that is none", acme + "/audit?cursor=xyz", 400, "cursor"),
                get(at, "an unknown kind", acme + "/audit?kind=gossip", 400, "kind"),
                get(at, "an unknown decision", acme + "/audit?decision=maybe", 400, "decision"),
                get(at, "a time that is none", acme + "/audit?from=yesterday", 400, "from"),
                get(at, "a moment that is none", permissions + "?at=soon", 400, "at"),
                get(at, "a status that is none", acme + "/service-users?status=odd", 400, "status"),
                get(
                        at,
                        "a user of another workspace",
                        acme + "/service-users/" + at.foreignUser(),
                        404,
                        ""),
                get(at, "an entry of nobody", acme + "/audit/nothing", 404, ""));
    }

    private static Stream<BadInput> operations(Fixture at) {
        return Stream.of(
                post(
                        at,
                        "an unknown view",
                        "/api/v1/replays",
                        "{\"view\":\"gossip\"}",
                        400,
                        "view"),
                post(at, "no view", "/api/v1/replays", "{}", 400, "view"),
                get(at, "an unknown replay", "/api/v1/replays/nothing", 404, ""));
    }

    private static BadInput post(
            Fixture at, String what, String path, String body, int status, String field) {
        return new BadInput(what, json(at.api().request(path)).POST(text(body)), status, field);
    }

    private static BadInput get(Fixture at, String what, String path, int status, String field) {
        return new BadInput(what, at.api().request(path).GET(), status, field);
    }

    private static HttpRequest.Builder bearer(Fixture at, String key) {
        return at.api().bare("/api/v1/workspaces").header("Authorization", "Bearer " + key).GET();
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    private static HttpRequest.BodyPublisher none() {
        return BodyPublishers.noBody();
    }

    private static String user(String username, String more) {
        return "{\"username\":" + username + more + "}";
    }

    private static String oneWrong(String text) {
        int middle = text.length() - 10;
        char other = text.charAt(middle) == 'a' ? 'b' : 'a';
        return text.substring(0, middle) + other + text.substring(middle + 1);
    }

    private static byte[] invalidUtf8() {
        byte[] bytes = "{\"slug\":\"s1\",\"name\":\"a?b\"}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[bytes.length - 4] = (byte) 0xFF;
        return bytes;
    }

    @Override
    public String toString() {
        return what;
    }
}
