package io.keyledger.access.check;

/** Why a key is refused. Codes are stored in records and answered to callers; they never change. */
public enum DenyReason {
    MALFORMED_KEY("malformed-key", true),
    UNKNOWN_KEY("unknown-key", true),
    WRONG_SECRET("wrong-secret", true),
    KEY_DELETED("key-deleted", true),
    KEY_DISABLED("key-disabled", true),
    KEY_EXPIRED("key-expired", true),
    SERVICE_USER_DELETED("service-user-deleted", true),
    SERVICE_USER_DISABLED("service-user-disabled", true),
    SERVICE_USER_EXPIRED("service-user-expired", true),
    FOREIGN_WORKSPACE("foreign-workspace", false),
    PERMISSION_NOT_GRANTED("permission-not-granted", false);

    private final String code;
    private final boolean authentication;

    DenyReason(String code, boolean authentication) {
        this.code = code;
        this.authentication = authentication;
    }

    /** The true reason, for the record. */
    public String code() {
        return code;
    }

    /** What a caller is told: not whether a key exists that is none of his business. */
    public String publicCode() {
        return switch (this) {
            case WRONG_SECRET, FOREIGN_WORKSPACE -> UNKNOWN_KEY.code;
            case MALFORMED_KEY,
                    UNKNOWN_KEY,
                    KEY_DELETED,
                    KEY_DISABLED,
                    KEY_EXPIRED,
                    SERVICE_USER_DELETED,
                    SERVICE_USER_DISABLED,
                    SERVICE_USER_EXPIRED,
                    PERMISSION_NOT_GRANTED ->
                    code;
        };
    }

    /** Whether the key itself is not good (HTTP 401), or only not good for this (HTTP 403). */
    public boolean isAuthentication() {
        return authentication;
    }
}
