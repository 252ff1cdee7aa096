package io.keyledger.client;

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

    private final RestClient http;

    AuditTables(RestClient http) {
        this.http = http;
    }

    /** Reads a table to its end. */
    @FunctionalInterface
    public interface Reader {
        void read(InputStream table) throws IOException;
    }

    /**
     * All entries of a workspace that these filters let pass, which are the query parameters of the
     * API.
     *
     * @throws KeyledgerProblem before anything is read, if that cannot be asked
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

    private static void read(ClientHttpResponse answer, Reader reader) throws IOException {
        if (answer.getStatusCode().isError()) {
            Transport.problem(answer);
        }
        reader.read(answer.getBody());
    }

    private static URI address(UriBuilder uri, String ws, Map<String, String> filters) {
        Map<String, String> values = new TreeMap<>(filters);
        uri.path("/api/v1/workspaces/{ws}/audit.csv");
        filters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        values.put("ws", ws);
        return uri.build(values);
    }
}
