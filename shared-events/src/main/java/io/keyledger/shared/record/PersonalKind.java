package io.keyledger.shared.record;

/** Kinds of values that can be erased. Names are stored and never change. */
public enum PersonalKind {
    ADDRESS("address"),
    USER_AGENT("user-agent"),
    REASON("reason"),
    PERSON_NAME("person-name");

    private final String storedName;

    PersonalKind(String storedName) {
        this.storedName = storedName;
    }

    public String storedName() {
        return storedName;
    }
}
