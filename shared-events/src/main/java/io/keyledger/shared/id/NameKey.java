package io.keyledger.shared.id;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What of a name must be unique: the name without regard to case or to how its letters are
 * composed. Lower case comes first so that {@code ẞ} meets {@code ß}, upper case next so that
 * {@code ß} meets {@code ss} and {@code ς} meets {@code σ}.
 */
public final class NameKey {

    private NameKey() {}

    public static String of(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String folded =
                composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
