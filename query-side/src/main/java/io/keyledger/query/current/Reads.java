package io.keyledger.query.current;

/** What every reading query of the directory says in the same words. */
public final class Reads {

    /** A row that is still valid. */
    public static final String NOW = "valid_to = 9223372036854775807";

    /** A row of that alias that is valid at the parameter {@code position}. */
    public static String at(String alias) {
        return alias + ".valid_from <= :position AND " + alias + ".valid_to > :position";
    }

    private Reads() {}
}
