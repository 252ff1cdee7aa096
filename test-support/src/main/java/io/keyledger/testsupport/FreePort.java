package io.keyledger.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback address for what is to listen later. Below those that the system gives to
 * connections (32768 to 60999 on Linux, unless set otherwise): one of these may be in use again by
 * the time that a process has started.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int END = 32_768;

    private FreePort() {}

    /** One where nobody listens. */
    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
