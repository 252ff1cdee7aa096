package io.keyledger.standalone;

import org.springframework.core.env.Environment;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Where this process reaches its own API. */
final class OwnAddress {

    private OwnAddress() {}

    /** Known when the server listens. A server on all addresses is reached by the loopback one. */
    static URI of(Environment environment) {
        String port = environment.getRequiredProperty("local.server.port");
        return URI.create(
                "http://" + host(environment.getProperty("server.address", "")) + ":" + port);
    }

    private static String host(String address) {
        try {
            InetAddress listens = InetAddress.getByName(address);
            if (listens.isAnyLocalAddress()) {
                return "127.0.0.1";
            }
            String text = listens.getHostAddress();
            return text.contains(":") ? "[" + text + "]" : text;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("server.address is no address: " + address, e);
        }
    }
}
