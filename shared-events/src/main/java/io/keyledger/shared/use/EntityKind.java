package io.keyledger.shared.use;

import java.util.List;

/** Entities whose versions a decision can depend on. Codes are stored and never change. */
public enum EntityKind {
    SERVICE_USER(1),
    USER_GROUP(2),
    ROLE(3),
    SECURITY_POLICY(4),
    API(5),
    PERSON(6);

    private static final List<EntityKind> ALL = List.of(values());

    private final int code;

    EntityKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static EntityKind of(int code) {
        for (EntityKind kind : ALL) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of entity has the code " + code);
    }
}
