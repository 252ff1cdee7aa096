package io.keyledger.access.oidc;

/** A group of a workspace that a token claims; whether it is there is another question. */
public record ClaimedGroup(String workspace, String group) {

    @Override
    public String toString() {
        return workspace + ":" + group;
    }
}
