package io.keyledger.access.check;

/** Why a key is refused. Codes are stored in records and answered to callers; they never change. */
public enum DenyReason {
    MALFORMED_KEY("malformed-key", Kind.KEY),
    UNKNOWN_KEY("unknown-key", Kind.KEY),
    WRONG_SECRET("wrong-secret", Kind.KEY),
    KEY_DELETED("key-deleted", Kind.KEY),
    KEY_DISABLED("key-disabled", Kind.KEY),
    KEY_EXPIRED("key-expired", Kind.KEY),
    SERVICE_USER_DELETED("service-user-deleted", Kind.KEY),
    SERVICE_USER_DISABLED("service-user-disabled", Kind.KEY),
    SERVICE_USER_EXPIRED("service-user-expired", Kind.KEY),
    INVALID_TOKEN("invalid-token", Kind.TOKEN),
    TOKEN_EXPIRED("token-expired", Kind.TOKEN),
    SIGN_IN_REQUIRED("sign-in-required", Kind.TOKEN),
    PERSON_DISABLED("person-disabled", Kind.TOKEN),
    FOREIGN_WORKSPACE("foreign-workspace", Kind.PERMISSION),
    PERMISSION_NOT_GRANTED("permission-not-granted", Kind.PERMISSION),
    RESOURCE_NOT_GRANTED("resource-not-granted", Kind.PERMISSION),
    NO_ROUTE("no-route", Kind.PERMISSION),
    AMBIGUOUS_ROUTE("ambiguous-route", Kind.PERMISSION),
    UNSAFE_PATH("unsafe-path", Kind.PERMISSION),
    NETWORK_NOT_ALLOWED("network-not-allowed", Kind.GUARD),
    OUTSIDE_VALIDITY("outside-validity", Kind.GUARD),
    KEY_TOO_OLD("key-too-old", Kind.GUARD),
    OUTSIDE_WEEKLY_WINDOW("outside-weekly-window", Kind.GUARD),
    RATE_LIMITED("rate-limited", Kind.RATE);

    private final String code;
    private final Kind kind;

    DenyReason(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** What is wrong. */
    public enum Kind {
        /** The key itself, or whose it is: HTTP 401. */
        KEY,
        /** A person's token, or whose it is: HTTP 401. */
        TOKEN,
        /** What it was asked for: HTTP 403. */
        PERMISSION,
        /** Where, when or how old it was used: HTTP 403. */
        GUARD,
        /** How often it was used: HTTP 429. */
        RATE
    }

    public Kind kind() {
        return kind;
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
                    INVALID_TOKEN,
                    TOKEN_EXPIRED,
                    SIGN_IN_REQUIRED,
                    PERSON_DISABLED,
                    PERMISSION_NOT_GRANTED,
                    RESOURCE_NOT_GRANTED,
                    NO_ROUTE,
                    AMBIGUOUS_ROUTE,
                    UNSAFE_PATH,
                    NETWORK_NOT_ALLOWED,
                    OUTSIDE_VALIDITY,
                    KEY_TOO_OLD,
                    OUTSIDE_WEEKLY_WINDOW,
                    RATE_LIMITED ->
                    code;
        };
    }

    /** Whether a caller is told that there is no such key, be it true or not. */
    public boolean isToldAsUnknownKey() {
        return publicCode().equals(UNKNOWN_KEY.code);
    }

    /**
     * Whether the key or token itself is not good (HTTP 401), or only not good for this (HTTP 403).
     */
    public boolean isAuthentication() {
        return kind == Kind.KEY || kind == Kind.TOKEN;
    }

    /** Whether it costs a guesser nothing: no key or token of his is behind it. */
    public boolean isGuess() {
        return this == MALFORMED_KEY
                || this == UNKNOWN_KEY
                || this == WRONG_SECRET
                || this == INVALID_TOKEN;
    }
}
