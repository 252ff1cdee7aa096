import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills an empty Keyledger with workspaces, service users and keys to measure with: {@code java
 * benchmarks/Fill.java <base> <administrator's key> <workspaces> <keys> <file>}. Each service user
 * has two keys, one role by a group, and a policy with a guard that holds. The file has a key a
 * line, shuffled, so that each batch is of all workspaces.
 */
final class Fill {

    private static final int AT_ONCE = 32;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final String base;
    private final String administrator;

    private Fill(String base, String administrator) {
        this.base = base;
        this.administrator = administrator;
    }

    public static void main(String[] args) throws Exception {
        Fill fill = new Fill(args[0] + "/api/v1/workspaces", args[1]);
        int workspaces = Integer.parseInt(args[2]);
        int usersEach = Integer.parseInt(args[3]) / workspaces / 2;
        List<String> keys = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int number = 0; number < workspaces; number++) {
                String workspace = "bench-" + number;
                String group = fill.workspace(workspace);
                for (int user = 0; user < usersEach; user++) {
                    String name = "user-" + user;
                    all.add(threads.submit(() -> fill.user(workspace, name, group)));
                }
            }
            for (Future<List<String>> each : all) {
                keys.addAll(each.get());
            }
        }
        Collections.shuffle(keys, new Random(1));
        Files.write(Path.of(args[4]), keys);
    }

    /** Makes a workspace with a group whose members may view the catalogue; its id. */
    private String workspace(String slug) throws Exception {
        post("", "{\"slug\": \"%s\", \"name\": \"%s\"}".formatted(slug, slug));
        String role =
                id(
                        post(
                                "/" + slug + "/roles",
                                "{\"name\": \"reader\", \"permissions\": [\"catalog.*:view\"]}"));
        String policy =
                id(
                        post(
                                "/" + slug + "/policies",
                                "{\"name\": \"inside\", \"guards\": {\"networks\": [\"10.0.0.0/8\"]},"
                                        + " \"state\": \"enabled\"}"));
        return id(
                post(
                        "/" + slug + "/groups",
                        "{\"name\": \"readers\", \"roles\": [\"%s\"], \"policies\": [\"%s\"]}"
                                .formatted(role, policy)));
    }

    private List<String> user(String workspace, String name, String group) throws Exception {
        free.acquire();
        try {
            String users = "/" + workspace + "/service-users";
            String user =
                    id(
                            post(
                                    users,
                                    "{\"username\": \"%s\", \"groups\": [\"%s\"]}"
                                            .formatted(name, group)));
            List<String> keys = new ArrayList<>();
            for (String key : List.of("first", "second")) {
                keys.add(
                        found(
                                KEY,
                                post(
                                        users + "/" + user + "/keys",
                                        "{\"name\": \"%s\"}".formatted(key))));
            }
            return keys;
        } finally {
            free.release();
        }
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .header("X-API-Key", administrator)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return answer.body();
    }

    private static String id(String answer) {
        return found(ID, answer);
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + answer);
        }
        return matcher.group(1);
    }
}
