package io.keyledger.standalone.journey;

/** Two workspaces with a role, a group and a service user each, made through the API. */
record Fixture(
        Api api,
        String role,
        String group,
        String user,
        String keyId,
        String key,
        String ownerGroup,
        String foreignRole,
        String foreignGroup,
        String foreignUser) {

    static Fixture in(Api api) {
        Made acme = Made.in(api, "acme");
        Made other = Made.in(api, "other");
        Answer key =
                api.post(
                                "/api/v1/workspaces/acme/service-users/" + acme.user() + "/keys",
                                "{\"name\":\"first\"}")
                        .mustBe(201);
        return new Fixture(
                api,
                acme.role(),
                acme.group(),
                acme.user(),
                key.text("keyId"),
                key.text("key"),
                ownerGroup(api, key.header("Consistency-Token")),
                other.role(),
                other.group(),
                other.user());
    }

    private static String ownerGroup(Api api, String token) {
        Answer groups =
                api.get("/api/v1/workspaces/acme/groups?limit=500", "Consistency-Token", token)
                        .mustBe(200);
        for (var group : groups.json().get("items")) {
            if (group.get("name").asString().equals("workspace-owners")) {
                return group.get("id").asString();
            }
        }
        throw new AssertionError("there is no owner group in " + groups.body());
    }

    private record Made(String role, String group, String user) {

        static Made in(Api api, String workspace) {
            String at = "/api/v1/workspaces/" + workspace;
            api.post("/api/v1/workspaces", "{\"slug\":\"%s\",\"name\":\"W\"}".formatted(workspace))
                    .mustBe(201);
            String role =
                    api.post(
                                    at + "/roles",
                                    "{\"name\":\"reader\",\"permissions\":[\"catalog:view\"]}")
                            .mustBe(201)
                            .text("id");
            String group =
                    api.post(
                                    at + "/groups",
                                    "{\"name\":\"readers\",\"roles\":[\"%s\"]}".formatted(role))
                            .mustBe(201)
                            .text("id");
            String user =
                    api.post(
                                    at + "/service-users",
                                    "{\"username\":\"robot\",\"groups\":[\"%s\"]}".formatted(group))
                            .mustBe(201)
                            .text("id");
            return new Made(role, group, user);
        }
    }
}
