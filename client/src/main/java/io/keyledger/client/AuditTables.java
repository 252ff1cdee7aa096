package io.keyledger.client;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The audit trail as CSV, read as it comes. */
public final class AuditTables {

    private static final int RADIX = 10;

    private final RestClient http;
    private final Within silence;

    AuditTables(RestClient http, Within silence) {
        this.http = http;
        this.silence = silence;
    }

    /** The first and the last position of the ledger that a table can be about. */
    public record Positions(long oldest, long newest) {

        private static final String HEADER = "Ledger-Positions";

        /** Such as {@code 12-3456}. */
        private static @Nullable Positions of(HttpHeaders answer) {
            String told = answer.getFirst(HEADER);
            if (told == null || !told.matches("\\d{1,18}-\\d{1,18}")) {
                return null;
            }
            int end = told.indexOf('-');
            return new Positions(
                    Long.parseLong(told, 0, end, RADIX),
                    Long.parseLong(told, end + 1, told.length(), RADIX));
        }
    }

    /** Reads a table, newest first, to its end. */
    @FunctionalInterface
    public interface Reader {

        /**
         * @param positions null if it is not told how far it goes
         */
        void read(InputStream table, @Nullable Positions positions) throws IOException;
    }

    /**
     * All entries of a workspace that these filters let pass, which are the query parameters of the
     * API.
     *
     * @throws KeyledgerProblem before anything is read, if that cannot be asked
     * @throws org.springframework.web.client.ResourceAccessException if the answer breaks off or
     *     nothing more comes of it, by a {@link java.net.http.HttpTimeoutException} then
     */
    public void read(String ws, Map<String, String> filters, Reader reader) {
        http.get()
                .uri(uri -> address(uri, ws, filters))
                .exchange(
                        (_, answer) -> {
                            read(answer, reader);
                            return true;
                        });
    }

    private void read(ClientHttpResponse answer, Reader reader) throws IOException {
        if (answer.getStatusCode().isError()) {
            Transport.problem(answer);
        }
        reader.read(new Heard(answer.getBody(), silence), Positions.of(answer.getHeaders()));
    }

    private static URI address(UriBuilder uri, String ws, Map<String, String> filters) {
        Map<String, String> values = new TreeMap<>(filters);
        uri.path("/api/v1/workspaces/{ws}/audit.csv");
        filters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        values.put("ws", ws);
        return uri.build(values);
    }
}
