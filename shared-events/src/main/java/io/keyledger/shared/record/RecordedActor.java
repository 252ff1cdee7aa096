package io.keyledger.shared.record;

import org.jspecify.annotations.Nullable;

/**
 * Who acted: a service user by id, username and key; a person by id and an erasable name; the
 * system by the name of what it was doing.
 */
public record RecordedActor(
        ActorKind kind,
        String id,
        @Nullable String name,
        @Nullable String keyId,
        @Nullable PersonalRef personName) {

    public static RecordedActor serviceUser(String id, String username, String keyId) {
        return new RecordedActor(ActorKind.SERVICE_USER, id, username, keyId, null);
    }

    public static RecordedActor system(String doing) {
        return new RecordedActor(ActorKind.SYSTEM, "system", doing, null, null);
    }
}
