package io.keyledger.shared.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who can act. Names are stored and never change. */
public enum ActorKind {
    @JsonProperty("service-user")
    SERVICE_USER,
    @JsonProperty("person")
    PERSON,
    /** Keyledger itself: the first start, and what it does by rule. */
    @JsonProperty("system")
    SYSTEM
}
