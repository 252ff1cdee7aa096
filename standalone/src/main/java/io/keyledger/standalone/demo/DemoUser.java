package io.keyledger.standalone.demo;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.ApiKeys.NewKey;
import io.keyledger.client.api.ApiKeys.Overlap;
import io.keyledger.client.api.ApiKeys.Shown;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.client.api.ServiceUsers.ServiceUserBody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/** A service user of the demo with the keys that it has. */
record DemoUser(String area, List<String> keys) {

    private static final String WS = Demo.WORKSPACE;
    private static final List<String> JOBS =
            List.of("loader", "exporter", "report", "sync", "monitor", "trainer", "archiver");
    private static final List<String> OWNERS =
            List.of("ada@example.com", "ben@example.com", "chi@example.com", "dora@example.com");
    private static final Duration SOON = Duration.ofDays(20);

    static List<DemoUser> of(KeyledgerClient admin, DemoGrants grants, Random random) {
        List<DemoUser> users = new ArrayList<>();
        for (String area : DemoGrants.areas()) {
            for (String job : JOBS) {
                users.add(create(admin, grants, random, area, job));
            }
        }
        return users;
    }

    private static DemoUser create(
            KeyledgerClient admin, DemoGrants grants, Random random, String area, String job) {
        boolean edits = random.nextInt(3) == 0;
        UUID group = grants.groups().get(area + (edits ? "-editors" : "-readers"));
        ServiceUser user =
                admin.serviceUsers()
                        .create(
                                WS,
                                new ServiceUserBody(
                                        area + "-" + job,
                                        "Runs the " + job + " of " + area,
                                        OWNERS.get(random.nextInt(OWNERS.size())),
                                        Map.of("team", area, "stage", edits ? "prod" : "test"),
                                        random.nextInt(8) == 0 ? Instant.now().plus(SOON) : null,
                                        List.of(Objects.requireNonNull(group)),
                                        null,
                                        policies(grants, random)));
        return new DemoUser(area, keys(admin, user.id(), random));
    }

    private static List<UUID> policies(DemoGrants grants, Random random) {
        return grants.policies().values().stream().filter(_ -> random.nextInt(4) == 0).toList();
    }

    private static List<String> keys(KeyledgerClient admin, UUID user, Random random) {
        List<String> keys = new ArrayList<>();
        Shown first = admin.keys().generate(WS, user, new NewKey("production", null));
        if (random.nextInt(5) == 0) {
            first = admin.keys().regenerate(WS, user, first.keyId(), new Overlap(0L));
        }
        keys.add(Objects.requireNonNull(first.key()));
        if (random.nextInt(3) == 0) {
            NewKey spare = new NewKey("spare", Instant.now().plus(SOON));
            Shown second = admin.keys().generate(WS, user, spare);
            keys.add(Objects.requireNonNull(second.key()));
            if (random.nextInt(3) == 0) {
                admin.keys().disable(WS, user, second.keyId());
            }
        }
        if (random.nextInt(12) == 0) {
            admin.serviceUsers().disable(WS, user);
        }
        return keys;
    }

    @Override
    public String toString() {
        return "DemoUser[" + area + "]";
    }
}
