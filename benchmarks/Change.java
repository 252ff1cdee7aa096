import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes what a role of the workspace {@code bench-0} grants every 100 ms until it is ended:
 * {@code java benchmarks/Change.java <base> <administrator's key>}. What the checks ask for stays
 * granted.
 */
final class Change {

    private static final int PAUSE_MILLIS = 100;
    private static final List<String> GRANTS =
            List.of("[\"catalog.*:view\"]", "[\"catalog.*:view\", \"billing:view\"]");

    private Change() {}

    public static void main(String[] args) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String roles = args[0] + "/api/v1/workspaces/bench-0/roles";
        String listed = send(http, HttpRequest.newBuilder(URI.create(roles)), args[1]);
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"[^}]*\"name\":\"reader\"").matcher(listed);
        if (!id.find()) {
            throw new IllegalStateException("there is no role reader in " + listed);
        }
        URI role = URI.create(roles + "/" + id.group(1));
        for (int turn = 0; ; turn++) {
            String body = "{\"permissions\": " + GRANTS.get(turn % GRANTS.size()) + "}";
            send(
                    http,
                    HttpRequest.newBuilder(role).method("PATCH", BodyPublishers.ofString(body)),
                    args[1]);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String send(HttpClient http, HttpRequest.Builder request, String key)
            throws Exception {
        HttpResponse<String> answer =
                http.send(
                        request.header("X-API-Key", key)
                                .header("Content-Type", "application/json")
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }
}
