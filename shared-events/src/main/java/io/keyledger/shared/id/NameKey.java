package io.keyledger.shared.id;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What of a name must be unique: the name without regard to case or to how its letters are
 * composed.
 */
public final class NameKey {

    private NameKey() {}

    public static String of(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
