package io.keyledger.query.audittrail;

import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;

import org.jspecify.annotations.Nullable;

/** Every event of a person as the audit trail tells it. */
final class PersonChange {

    private static final Fields ENABLED = Fields.of("status", "enabled");
    private static final Fields DISABLED = Fields.of("status", "disabled");

    private PersonChange() {}

    static Change of(PersonEvent event) {
        return switch (event) {
            case PersonRegistered e ->
                    change(e, null, Fields.of("issuer", e.issuer()).with("subject", e.subject()));
            case PersonSignedIn e ->
                    change(e, null, Fields.of("tokenIssuedAt", Fields.text(e.tokenIssuedAt())));
            case PersonGroupAssigned e -> change(e, null, Fields.of("group", e.groupId()));
            case PersonGroupUnassigned e -> change(e, Fields.of("group", e.groupId()), null);
            case PersonDisabled e -> change(e, ENABLED, DISABLED);
            case PersonEnabled e -> change(e, DISABLED, ENABLED);
        };
    }

    private static Change change(
            PersonEvent event, @Nullable Fields before, @Nullable Fields after) {
        return Change.of("person", event.personId(), before, after);
    }
}
