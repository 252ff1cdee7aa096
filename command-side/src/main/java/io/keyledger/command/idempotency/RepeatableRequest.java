package io.keyledger.command.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A request that may come again.
 *
 * @param id hash of whose it is, in which workspace, and of its key, which is stored nowhere
 * @param content hash of all that must be the same when it comes again
 * @param part of a request of several commands, the number of one
 */
public record RepeatableRequest(byte[] id, byte[] content, int part) {

    /** The whole of a request of one command. */
    public static RepeatableRequest of(UUID caller, String workspace, String key, byte[] content) {
        byte[] id =
                new Digest()
                        .add(caller.toString().getBytes(StandardCharsets.UTF_8))
                        .add(workspace.getBytes(StandardCharsets.UTF_8))
                        .add(key.getBytes(StandardCharsets.UTF_8))
                        .value();
        return new RepeatableRequest(id, content, 0);
    }

    /** One command of several. */
    public RepeatableRequest part(int number) {
        return new RepeatableRequest(id, content, number);
    }

    /** The number of the lock under which the request is carried out. */
    long lock() {
        return ByteBuffer.wrap(id).getLong();
    }

    @Override
    public String toString() {
        return "RepeatableRequest[" + part + "]";
    }
}
