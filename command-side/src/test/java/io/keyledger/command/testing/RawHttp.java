package io.keyledger.command.testing;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests as no client library sends them: written as they are, header by header. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** A status and the last of each header. */
    public record Reply(int status, Map<String, String> headers) {

        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    /** Sends a request line and headers; Host and the end of the request are added. */
    public static Reply send(int port, String requestLine, List<String> headers)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request =
                    requestLine
                            + "\r\nHost: gateway.example.com\r\nConnection: close\r\n"
                            + headers.stream().map(each -> each + "\r\n").reduce("", String::concat)
                            + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1)));
        }
    }

    private static Reply read(BufferedReader answer) throws IOException {
        String status = answer.readLine();
        if (status == null) {
            throw new IOException("closed without an answer");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = answer.readLine();
                line != null && !line.isEmpty();
                line = answer.readLine()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Reply(Integer.parseInt(status.split(" ")[1]), headers);
    }
}
