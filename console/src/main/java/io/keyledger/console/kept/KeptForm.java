package io.keyledger.console.kept;

import java.time.Instant;
import java.util.Map;

/**
 * A form as it was sent.
 *
 * @param by id of whoever the form was shown to
 * @param path what it was sent to
 * @param until when it is forgotten
 * @param shown whether it was shown again
 */
public record KeptForm(
        String by, String path, Map<String, String[]> fields, Instant until, boolean shown) {

    /** The field of every form that says whom it was shown to. */
    public static final String BY = "_by";

    /** Whether a page shows a form that was kept. */
    public static final String SHOWN = KeptForm.class.getName();

    KeptForm asShown() {
        return new KeptForm(by, path, fields, until, true);
    }

    boolean isOver() {
        return Instant.now().isAfter(until);
    }
}
