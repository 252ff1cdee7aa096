package io.keyledger.access.server;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Reads a body of known length into as many bytes, as it comes. */
final class BodyReader implements Invocable.Task {

    private final Content.Source source;
    private final ByteBuffer body;
    private final Consumer<byte[]> whole;
    private final Consumer<Throwable> broken;

    BodyReader(
            Content.Source source, int length, Consumer<byte[]> whole, Consumer<Throwable> broken) {
        this.source = source;
        this.body = ByteBuffer.allocate(length);
        this.whole = whole;
        this.broken = broken;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        for (Content.Chunk chunk = source.read(); ; chunk = source.read()) {
            if (chunk == null) {
                source.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                broken.accept(chunk.getFailure());
                return;
            }
            body.put(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast()) {
                whole.accept(body.array());
                return;
            }
        }
    }
}
