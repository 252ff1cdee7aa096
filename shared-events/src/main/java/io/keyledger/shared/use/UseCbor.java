package io.keyledger.shared.use;

/**
 * {@code [keyId, [entity indexes], permission, method, path, reason, grantedBy, address, userAgent,
 * network, callerKeyId, requestId, count]}, absent values null.
 */
final class UseCbor {

    private static final int FIELDS = 13;

    private UseCbor() {}

    static byte[] write(KeyUse use) {
        return Cbor.write(
                out -> {
                    out.writeStartArray(use, FIELDS);
                    Cbor.writeText(out, use.keyId());
                    Cbor.writeArray(out, use.entities(), out::writeNumber);
                    Cbor.writeText(out, use.permission());
                    Cbor.writeText(out, use.method());
                    Cbor.writeText(out, use.path());
                    Cbor.writeText(out, use.reason());
                    Cbor.writeIndex(out, use.grantedBy());
                    Cbor.writeIndex(out, use.address());
                    Cbor.writeIndex(out, use.userAgent());
                    Cbor.writeText(out, use.network());
                    Cbor.writeText(out, use.callerKeyId());
                    Cbor.writeText(out, use.requestId());
                    out.writeNumber(use.count());
                    out.writeEndArray();
                });
    }

    static KeyUse read(byte[] element) {
        return Cbor.read(
                element,
                in -> {
                    in.start();
                    return new KeyUse(
                            in.textOrNull(),
                            in.list(item -> item.in().getIntValue()),
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
                });
    }
}
