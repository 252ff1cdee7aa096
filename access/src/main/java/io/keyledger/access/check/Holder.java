package io.keyledger.access.check;

import java.util.UUID;

/** Who showed what was found good: a service user, or a person. */
public sealed interface Holder permits KeyHolder, PersonHolder {

    UUID id();

    /** The service user's username, or the person's name. */
    String name();

    /** In whose log the use is, and where a question that names no workspace is asked. */
    String workspace();

    /** As the caller is named in records of checks that it asked for. */
    String callerId();
}
