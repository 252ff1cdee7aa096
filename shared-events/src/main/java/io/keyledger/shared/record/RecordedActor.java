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

    /** The name is referred to in each workspace by itself, where it is recorded. */
    public static RecordedActor person(String id) {
        return new RecordedActor(ActorKind.PERSON, id, null, null, null);
    }

    public RecordedActor named(@Nullable PersonalRef name) {
        return new RecordedActor(kind, id, this.name, keyId, name);
    }

    public static RecordedActor system(String doing) {
        return new RecordedActor(ActorKind.SYSTEM, "system", doing, null, null);
    }
}
