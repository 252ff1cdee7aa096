package io.keyledger.console;

import io.keyledger.client.KeyledgerClient;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Which API the console is for, and who may say who people are.
 *
 * @param api its address, such as {@code http://127.0.0.1:8080}; asked for when it is needed, since
 *     a port may be chosen late
 * @param provider null if only those with a key can sign in
 */
public record ConsoleSettings(Supplier<URI> api, @Nullable Provider provider) {

    /** A caller of that API with a key, which may be another each time. */
    public KeyledgerClient caller(Supplier<String> key) {
        return KeyledgerClient.of(api.get(), key);
    }
}
