package io.keyledger.shared.use;

/**
 * {@code [keyId, [entity indexes], permission, method, path, reason, grantedBy, address, userAgent,
 * network, callerKeyId, requestId, count]}, absent values null.
 */
final class UseCbor {

    private static final int FIELDS = 13;

    private UseCbor() {}

    static byte[] write(KeyUse use) {
        return new CborWriter()
                .array(FIELDS)
                .textOrNull(use.keyId())
                .list(use.entities(), (out, index) -> out.number(index))
                .textOrNull(use.permission())
                .textOrNull(use.method())
                .textOrNull(use.path())
                .textOrNull(use.reason())
                .indexOrNull(use.grantedBy())
                .indexOrNull(use.address())
                .indexOrNull(use.userAgent())
                .textOrNull(use.network())
                .textOrNull(use.callerKeyId())
                .textOrNull(use.requestId())
                .number(use.count())
                .toBytes();
    }

    static KeyUse read(byte[] element) {
        CborReader in = new CborReader(element);
        in.array(FIELDS);
        KeyUse use =
                new KeyUse(
                        in.textOrNull(),
                        in.list(CborReader::index),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.indexOrNull(),
                        in.indexOrNull(),
                        in.indexOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.number());
        in.end();
        return use;
    }
}
