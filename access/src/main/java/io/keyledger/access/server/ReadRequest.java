package io.keyledger.access.server;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.nio.ByteBuffer;

/** A request whose body was read already, for whoever reads it next. */
final class ReadRequest extends Request.Wrapper {

    private final Content.Source body;

    ReadRequest(Request request, byte[] body) {
        super(request);
        this.body = Content.Source.from(ByteBuffer.wrap(body));
    }

    @Override
    public Content.Chunk read() {
        return body.read();
    }

    @Override
    public void demand(Runnable reader) {
        body.demand(reader);
    }

    @Override
    public void fail(Throwable failure) {
        body.fail(failure);
    }
}
