package io.keyledger.shared.use;

/** Major types and the other constants of RFC 8949, section 3, that journal payloads need. */
final class CborMajor {

    static final int UNSIGNED = 0;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;

    /** From here on, additional information says how many bytes hold the argument. */
    static final int ONE_BYTE = 24;

    /** The simple value null, as a whole item. */
    static final int NULL = 0xF6;

    /** A UUID (RFC 9562) goes as a byte string of this length. */
    static final int UUID_BYTES = 16;

    private CborMajor() {}
}
