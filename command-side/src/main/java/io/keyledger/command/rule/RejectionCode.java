package io.keyledger.command.rule;

import java.util.Locale;

/** Why a command was refused. The codes are part of the API: names are never changed. */
public enum RejectionCode {
    INVALID_VALUE(Category.INVALID),
    PERMISSION_DENIED(Category.FORBIDDEN),
    PERMISSION_NOT_HELD(Category.FORBIDDEN),
    OWN_ACCESS(Category.FORBIDDEN),
    OWNER_ONLY(Category.FORBIDDEN),
    NO_GROUPS(Category.FORBIDDEN),
    PERSON_DISABLED(Category.FORBIDDEN),
    UNKNOWN_WORKSPACE(Category.UNKNOWN),
    UNKNOWN_ROLE(Category.UNKNOWN),
    UNKNOWN_GROUP(Category.UNKNOWN),
    UNKNOWN_POLICY(Category.UNKNOWN),
    UNKNOWN_SERVICE_USER(Category.UNKNOWN),
    UNKNOWN_PERSON(Category.UNKNOWN),
    UNKNOWN_API_KEY(Category.UNKNOWN),
    UNKNOWN_API(Category.UNKNOWN),
    UNKNOWN_ROUTE(Category.UNKNOWN),
    STALE_VERSION(Category.STALE),
    WORKSPACE_TAKEN(Category.CONFLICT),
    ROLE_NAME_TAKEN(Category.CONFLICT),
    GROUP_NAME_TAKEN(Category.CONFLICT),
    POLICY_NAME_TAKEN(Category.CONFLICT),
    USERNAME_TAKEN(Category.CONFLICT),
    KEY_NAME_TAKEN(Category.CONFLICT),
    BUILT_IN(Category.CONFLICT),
    ROLE_IN_USE(Category.CONFLICT),
    GROUP_IN_USE(Category.CONFLICT),
    POLICY_IN_USE(Category.CONFLICT),
    TOO_MANY_POLICIES(Category.CONFLICT),
    TOO_MANY_API_KEYS(Category.CONFLICT),
    API_NAME_TAKEN(Category.CONFLICT),
    HOST_TAKEN(Category.CONFLICT),
    API_IN_USE(Category.CONFLICT),
    AMBIGUOUS_ROUTE(Category.CONFLICT),
    TOO_MANY_ROUTES(Category.CONFLICT),
    NEWER_SIGN_IN(Category.CONFLICT),
    LAST_ADMINISTRATOR(Category.CONFLICT),
    REQUEST_IN_PROGRESS(Category.CONFLICT),
    IDEMPOTENCY_KEY_REUSED(Category.UNPROCESSABLE);

    /** What kind of refusal it is, whatever protocol carries it. */
    public enum Category {
        INVALID,
        FORBIDDEN,
        UNKNOWN,
        CONFLICT,
        STALE,
        UNPROCESSABLE
    }

    private final Category category;

    RejectionCode(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** The stable code, such as {@code too-many-api-keys}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
