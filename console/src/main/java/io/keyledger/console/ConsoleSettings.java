package io.keyledger.console;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.Presence;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Which API the console is for, and who may say who people are.
 *
 * @param api whether it is there, which all sessions know together, and its address
 * @param provider null if only those with a key can sign in
 */
public record ConsoleSettings(Presence api, @Nullable Provider provider) {

    /** A caller of that API with a key, which may be another each time. */
    public KeyledgerClient caller(Supplier<String> key) {
        return KeyledgerClient.of(api, key);
    }
}
