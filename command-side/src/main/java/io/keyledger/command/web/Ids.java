package io.keyledger.command.web;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.id.KeyId;

import java.util.UUID;

/** Ids in paths. What is not even an id is as unknown as an id that nobody has. */
final class Ids {

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private Ids() {}

    static UUID role(String id) {
        return id(id, RejectionCode.UNKNOWN_ROLE, "role");
    }

    static UUID group(String id) {
        return id(id, RejectionCode.UNKNOWN_GROUP, "group");
    }

    static UUID policy(String id) {
        return id(id, RejectionCode.UNKNOWN_POLICY, "security policy");
    }

    static UUID serviceUser(String id) {
        return id(id, RejectionCode.UNKNOWN_SERVICE_USER, "service user");
    }

    static UUID person(String id) {
        return id(id, RejectionCode.UNKNOWN_PERSON, "person");
    }

    static UUID api(String id) {
        return id(id, RejectionCode.UNKNOWN_API, "API");
    }

    static UUID route(String id) {
        return id(id, RejectionCode.UNKNOWN_ROUTE, "route");
    }

    static String key(String id) {
        if (!KeyId.isKeyId(id)) {
            throw new Rejected(RejectionCode.UNKNOWN_API_KEY, "the service user has no such key");
        }
        return id;
    }

    private static UUID id(String text, RejectionCode code, String what) {
        if (!text.matches(UUID_FORM)) {
            throw new Rejected(code, "there is no such " + what);
        }
        return UUID.fromString(text);
    }
}
