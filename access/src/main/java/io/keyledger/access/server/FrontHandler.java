package io.keyledger.access.server;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.util.List;
import java.util.concurrent.Executor;

/** Offers each request to those who answer directly; all others get a thread of their own. */
final class FrontHandler extends Handler.Wrapper {

    private final DirectServer server;
    private final List<DirectHandler> direct;
    private final Executor executor;

    FrontHandler(
            Handler servlets, DirectServer server, List<DirectHandler> direct, Executor executor) {
        super(servlets);
        this.server = server;
        this.direct = direct;
        this.executor = executor;
    }

    /** Servlets may block, but never the thread that calls this. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!RequestTarget.isReadable(request.getHttpURI())) {
            refuse(request, response, callback);
            return true;
        }
        Exchange exchange = new Exchange(server, this::onward, request, response, callback);
        for (DirectHandler handler : direct) {
            if (handler.takes(exchange)) {
                exchange.handledBy(handler);
                return true;
            }
        }
        onward(request, response, callback);
        return true;
    }

    private void onward(Request request, Response response, Callback callback) {
        if (request.getHttpURI().isAmbiguous()) {
            refuse(request, response, callback);
        } else {
            executor.execute(() -> serve(request, response, callback));
        }
    }

    private static void refuse(Request request, Response response, Callback callback) {
        Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
    }

    private void serve(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failure) {
            Response.writeError(request, response, callback, failure);
        }
    }
}
