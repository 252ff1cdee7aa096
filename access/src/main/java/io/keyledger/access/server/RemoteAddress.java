package io.keyledger.access.server;

import io.keyledger.access.source.SourceAddress;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Where a connection comes from, or what a trusted proxy says of it. */
final class RemoteAddress {

    private RemoteAddress() {}

    /** Null of a connection that has no address. */
    static @Nullable SourceAddress of(Request request) {
        InetAddress address =
                request.getConnectionMetaData().getRemoteSocketAddress()
                                instanceof InetSocketAddress socket
                        ? socket.getAddress()
                        : null;
        return address == null ? null : SourceAddress.of(address);
    }
}
