package io.keyledger.access.key;

import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;

import javax.crypto.SecretKey;

/**
 * The server-side peppers by version. The highest serves new secrets; a secret stays with the one
 * it was made under. Every node needs the same ones.
 */
public final class Peppers {

    private final NavigableMap<Integer, SecretKey> byVersion;

    Peppers(NavigableMap<Integer, SecretKey> byVersion) {
        if (byVersion.isEmpty()) {
            throw new IllegalArgumentException("there is no pepper");
        }
        this.byVersion = new TreeMap<>(byVersion);
    }

    /**
     * Reads the peppers of a directory.
     *
     * @throws UnusablePeppers if there is none, or one cannot be read
     */
    public static Peppers load(Path directory) {
        return new Peppers(PepperFiles.read(directory));
    }

    /**
     * Reads the peppers of a directory; makes the first one when there is none.
     *
     * @throws UnusablePeppers if one cannot be read or made
     */
    public static Peppers loadOrCreate(Path directory) {
        PepperFiles.createFirst(directory);
        return load(directory);
    }

    /** In the order of their versions. */
    NavigableMap<Integer, SecretKey> byVersion() {
        return byVersion;
    }

    @Override
    public String toString() {
        return "Peppers" + byVersion.keySet();
    }
}
