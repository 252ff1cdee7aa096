package io.keyledger.console;

import io.keyledger.client.KeyledgerClient;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Which API the console is for.
 *
 * @param api its address, such as {@code http://127.0.0.1:8080}; asked for when it is needed, since
 *     a port may be chosen late
 */
public record ConsoleSettings(Supplier<URI> api) {

    /** A caller of that API with a key. */
    public KeyledgerClient caller(String key) {
        return KeyledgerClient.of(api.get(), key);
    }
}
