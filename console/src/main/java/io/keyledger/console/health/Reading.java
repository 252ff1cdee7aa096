package io.keyledger.console.health;

/**
 * A figure.
 *
 * @param tone good, warn for what is worth a look, bad
 * @param word for the tone
 * @param advice what to do when it is not good
 */
record Reading(String name, String value, String tone, String word, String advice) {

    private static final double LOOK_SECONDS = 10;
    private static final double BAD_SECONDS = 60;

    static Reading good(String name, String value, String advice) {
        return new Reading(name, value, "good", "good", advice);
    }

    static Reading bad(String name, String value, String advice) {
        return new Reading(name, value, "bad", "not good", advice);
    }

    static Reading look(String name, String value, String advice) {
        return new Reading(name, value, "warn", "look", advice);
    }

    /** Something of which there should be none. */
    static Reading none(String name, long count, String advice) {
        return count == 0 ? good(name, "none", advice) : bad(name, "%,d".formatted(count), advice);
    }

    /** Something that has happened since the node began, and need not be so now. */
    static Reading past(String name, long count, String advice) {
        return count == 0 ? good(name, "none", advice) : look(name, "%,d".formatted(count), advice);
    }

    /** How far something is behind: worth a look from 10 seconds, not good from 60 on. */
    static Reading lag(String name, long records, double seconds, String advice) {
        String value =
                records == 0
                        ? "nothing"
                        : "%,d %s, %,.1f s"
                                .formatted(records, records == 1 ? "record" : "records", seconds);
        if (seconds >= BAD_SECONDS) {
            return bad(name, value, advice);
        }
        return seconds >= LOOK_SECONDS ? look(name, value, advice) : good(name, value, advice);
    }
}
