package io.keyledger.shared.ledger;

/** What a record records. Codes are part of the leaf format and never change. */
public enum RecordKind {
    /** One change event. Its content hash is the SHA-256 of its payload. */
    CHANGE(1),
    /** A batch of key uses. Its content hash is the RFC 6962 root over its elements. */
    USES(2);

    private final int code;

    RecordKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
