package io.keyledger.access.journal;

import io.keyledger.shared.record.PersonalKind;

import java.util.Comparator;

/** An erasable value in a workspace's dictionary. */
public record PersonalValue(String workspace, PersonalKind kind, String value) {

    /** Two writers that take the same values in one order cannot wait for each other. */
    static final Comparator<PersonalValue> ORDER =
            Comparator.comparing(PersonalValue::workspace)
                    .thenComparing(PersonalValue::kind)
                    .thenComparing(PersonalValue::value);

    @Override
    public String toString() {
        return "PersonalValue[" + workspace + ", " + kind + "]";
    }
}
