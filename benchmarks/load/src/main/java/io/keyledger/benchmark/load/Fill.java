package io.keyledger.benchmark.load;

import static io.keyledger.benchmark.load.Administrator.ID;
import static io.keyledger.benchmark.load.Administrator.KEY;
import static io.keyledger.benchmark.load.Administrator.found;

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

/**
 * Fills an empty Keyledger with workspaces, service users and keys to measure with. Each service
 * user has two keys, one role by a group, and a policy whose guards hold: networks, hours, the age
 * of keys and a rate limit. The file has a key a line, shuffled, so that each batch is of all
 * workspaces.
 *
 * <p>Arguments: base address, an administrator's key, how many workspaces and keys, the file.
 */
final class Fill {

    private static final int AT_ONCE = 32;

    /**
     * Each user may be used 100 times a second: more than any load here does, with 2,000 keys or
     * more.
     */
    private static final String GUARDS =
            """
            {"networks": ["10.0.0.0/8", "2001:db8::/32"], "maxKeyAgeDays": 90,
             "weekly": [{"days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
                         "from": "00:00", "to": "24:00", "zone": "Europe/Berlin"}],
             "rateLimit": {"uses": 6000, "perSeconds": 60}}
            """;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Administrator administrator;

    private Fill(Administrator administrator) {
        this.administrator = administrator;
    }

    public static void main(String[] args) throws Exception {
        Fill fill = new Fill(new Administrator(args[0] + "/api/v1/workspaces", args[1]));
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
        administrator.post("", "{\"slug\": \"%s\", \"name\": \"%s\"}".formatted(slug, slug));
        String role =
                found(
                        ID,
                        administrator.post(
                                "/" + slug + "/roles",
                                "{\"name\": \"reader\", \"permissions\": [\"catalog.*:view\"]}"));
        String policy =
                found(
                        ID,
                        administrator.post(
                                "/" + slug + "/policies",
                                "{\"name\": \"inside\", \"guards\": %s, \"state\": \"enabled\"}"
                                        .formatted(GUARDS)));
        return found(
                ID,
                administrator.post(
                        "/" + slug + "/groups",
                        "{\"name\": \"readers\", \"roles\": [\"%s\"], \"policies\": [\"%s\"]}"
                                .formatted(role, policy)));
    }

    private List<String> user(String workspace, String name, String group) throws Exception {
        free.acquire();
        try {
            String users = "/" + workspace + "/service-users";
            String user =
                    found(
                            ID,
                            administrator.post(
                                    users,
                                    "{\"username\": \"%s\", \"groups\": [\"%s\"]}"
                                            .formatted(name, group)));
            List<String> keys = new ArrayList<>();
            for (String key : List.of("first", "second")) {
                keys.add(
                        found(
                                KEY,
                                administrator.post(
                                        users + "/" + user + "/keys",
                                        "{\"name\": \"%s\"}".formatted(key))));
            }
            return keys;
        } finally {
            free.release();
        }
    }
}
