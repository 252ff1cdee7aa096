package io.keyledger.console;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.Presence;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which API the console is for, and who may say who people are.
 *
 * @param api whether it is there, which all sessions know together, and its address
 * @param provider null if only those with a key can sign in
 * @param exportBytes how much of exports is kept, compressed, in temporary files
 */
public record ConsoleSettings(Presence api, @Nullable Provider provider, long exportBytes) {

    private static final long MEGABYTE = 1 << 20;
    private static final String EXPORTS = "KEYLEDGER_EXPORTS_MEGABYTES";
    private static final String ENOUGH = "1024";

    /**
     * Reads what is set of exports.
     *
     * @param settings gives what a variable of the environment is set to, or null
     * @throws IllegalArgumentException with a sentence that names the setting
     */
    public static long exportBytes(Function<String, @Nullable String> settings) {
        String set = settings.apply(EXPORTS);
        String megabytes = set == null || set.isBlank() ? ENOUGH : set.strip();
        if (!megabytes.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(
                    EXPORTS + " must be a whole number from 1 to 9999999: " + megabytes);
        }
        return Long.parseLong(megabytes) * MEGABYTE;
    }

    /** A caller of that API with a key, which may be another each time. */
    public KeyledgerClient caller(Supplier<String> key) {
        return KeyledgerClient.of(api, key);
    }
}
