package io.keyledger.access.state;

import java.util.Locale;

/** Of a key or a service user. */
public enum Status {
    ENABLED,
    DISABLED,
    DELETED;

    static Status of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
