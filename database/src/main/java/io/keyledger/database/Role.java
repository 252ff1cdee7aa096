package io.keyledger.database;

/**
 * The login roles. None is a superuser; only the owner may change the schema, and nobody events.
 */
public enum Role {
    OWNER("keyledger_owner"),
    COMMAND("keyledger_command"),
    QUERY("keyledger_query");

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    public String roleName() {
        return roleName;
    }
}
