package io.keyledger.access.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.Callback;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests that are not answered yet, and nothing else. Spring Boot waits for them
 * before it ends the server; it looks for a handler of Jetty's by this type, which tells a dozen
 * figures more, and for them wraps each request and copies its answer's headers twice.
 */
final class UnderWay extends StatisticsHandler {

    private final AtomicInteger requests = new AtomicInteger();

    UnderWay(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Counted counted = new Counted(callback);
        boolean handled = false;
        try {
            handled = getHandler().handle(request, response, counted);
        } finally {
            if (!handled) {
                counted.end();
            }
        }
        return handled;
    }

    @Override
    public int getRequestsActive() {
        return requests.get();
    }

    /** One request, until its callback was told how it ended, or nobody will be told. */
    private final class Counted extends Callback.Nested {

        private final AtomicBoolean ended = new AtomicBoolean();

        Counted(Callback callback) {
            super(callback);
            requests.incrementAndGet();
        }

        @Override
        public void completed() {
            end();
        }

        private void end() {
            if (ended.compareAndSet(false, true)) {
                requests.decrementAndGet();
            }
        }
    }
}
