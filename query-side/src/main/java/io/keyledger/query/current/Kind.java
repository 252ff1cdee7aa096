package io.keyledger.query.current;

import io.keyledger.access.problem.ApiProblem;

import org.springframework.http.HttpStatus;

/** Service users and people, what they have permissions by, and what asks for them. */
public enum Kind {
    SERVICE_USER("service_user_v1", "unknown-service-user", "service user"),
    ROLE("role_v1", "unknown-role", "role"),
    USER_GROUP("user_group_v1", "unknown-group", "user group"),
    SECURITY_POLICY("security_policy_v1", "unknown-policy", "security policy"),
    API("api_v1", "unknown-api", "API"),
    API_ROUTE("api_route_v1", "unknown-route", "route"),
    PERSON("person_v1", "unknown-person", "person") {
        @Override
        String ever() {
            return """
                    (SELECT id, 'system' AS workspace FROM views.person_v1
                     UNION ALL
                     SELECT person_id, workspace FROM views.person_group_v1) AS people""";
        }
    };

    private final String table;
    private final String code;
    private final String name;

    Kind(String table, String code, String name) {
        this.table = table;
        this.code = code;
        this.name = name;
    }

    /** In the schema {@code views}. */
    public String table() {
        return table;
    }

    /** Rows of {@code id} and {@code workspace} for whatever is or was there. */
    String ever() {
        return "views." + table;
    }

    /** The answer for ids that are nobody's, or another workspace's. */
    public ApiProblem unknown() {
        return unknown(AsOf.NOW);
    }

    /** The same, and for what was not there at a moment. */
    public ApiProblem unknown(AsOf state) {
        String text =
                state.isPast()
                        ? "there was no such " + name + " in this workspace at that time"
                        : "there is no such " + name + " in this workspace";
        return new ApiProblem(HttpStatus.NOT_FOUND, code, text);
    }
}
