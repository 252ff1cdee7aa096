package io.keyledger.shared.use;

import java.util.List;

/**
 * Uses of revision 1, which is no longer written: {@code [keyId, [entity indexes], permission,
 * method, path, reason, grantedBy, address, userAgent, network, callerKeyId, requestId, count]},
 * absent values null.
 */
final class FirstUseCbor {

    private static final int FIELDS = 13;

    private FirstUseCbor() {}

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
                        null,
                        List.of(),
                        null,
                        null,
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
