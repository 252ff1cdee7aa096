package io.keyledger.access.decision;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.access.state.KeyState;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.StoredSecret;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether the secret shown is the key's, or its old one while that overlaps. What is shown is
 * hashed once, however often it is asked about and whatever is known of the key. For one batch, and
 * one thread.
 */
public final class Secrets {

    private final SecretHasher hasher;
    private final Map<String, SecretHasher.Shown> hashed = new HashMap<>();

    public Secrets(SecretHasher hasher) {
        this.hasher = hasher;
    }

    /** The same work, whether the key is known or not and has one secret or two. */
    public boolean right(ApiKeyText shown, @Nullable KnownKey known, Instant now) {
        return shown(shown, known, now) != null;
    }

    /** The secret that was shown, or null if it is not right; the same work. */
    @Nullable StoredSecret shown(ApiKeyText text, @Nullable KnownKey known, Instant now) {
        SecretHasher.Shown shown = hashed.computeIfAbsent(text.reveal(), _ -> hasher.shown(text));
        KeyState key = known == null ? null : known.key();
        boolean current = matches(shown, key == null ? null : key.secret());
        boolean old = matches(shown, key == null ? null : key.overlap()) & overlaps(key, now);
        if (key == null || !(current | old)) {
            return null;
        }
        return current ? key.secret() : key.overlap();
    }

    private static boolean matches(SecretHasher.Shown shown, @Nullable StoredSecret stored) {
        return stored == null ? shown.is(0, null) : shown.is(stored.pepperVersion(), stored.hmac());
    }

    private static boolean overlaps(@Nullable KeyState key, Instant now) {
        return key != null && key.overlapUntil() != null && now.isBefore(key.overlapUntil());
    }
}
