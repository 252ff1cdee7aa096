package io.keyledger.shared.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.Locale;

/** Whether a policy acts. Stored by name, in lower case. */
public enum PolicyState {
    /** Grants nothing, refuses nothing. */
    @JsonProperty("disabled")
    DISABLED,
    /** Grants nothing, refuses nothing; what it would have refused is on record. */
    @JsonProperty("monitoring")
    MONITORING,
    /** Grants its roles; refuses what fails a guard. */
    @JsonProperty("enabled")
    ENABLED;

    public String storedName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state stored under that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PolicyState ofStoredName(String storedName) {
        for (PolicyState state : values()) {
            if (state.storedName().equals(storedName)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state of a policy is named " + storedName);
    }
}
