package io.keyledger.standalone.demo;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Checks.Check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Key uses as a gateway would ask for them: most are allowed, a few are not. */
record DemoUses(KeyledgerClient gateway, List<DemoUser> users, Random random) {

    private static final int AT_ONCE = 16;
    private static final List<String> AGENTS =
            List.of("platform-sdk/4.2", "curl/8.5", "airflow/3.0", "python-requests/2.32");

    void happen(int uses) {
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < uses; i++) {
            checks.add(next());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            checks.forEach(check -> threads.execute(() -> gateway.checks().check(check)));
        }
    }

    private Check next() {
        DemoUser user = users.get(random.nextInt(users.size()));
        String key = user.keys().get(random.nextInt(user.keys().size()));
        String area =
                random.nextInt(20) == 0
                        ? DemoGrants.areas().get(random.nextInt(DemoGrants.areas().size()))
                        : user.area();
        String item = "/v1/" + area + "/" + random.nextInt(500);
        Check check =
                switch (random.nextInt(20)) {
                    case 0 -> Check.request(key, "PUT", item, DemoGrants.API);
                    case 1 -> Check.request(key, "GET", "/v1/status", DemoGrants.API);
                    case 2 -> Check.permission(key, area + ":view");
                    case 3 -> Check.request(key, "GET", "/v2/" + area, DemoGrants.API);
                    default -> Check.request(key, "GET", item, DemoGrants.API);
                };
        return check.from(address(), AGENTS.get(random.nextInt(AGENTS.size())));
    }

    private String address() {
        return random.nextInt(15) == 0
                ? "203.0.113." + random.nextInt(1, 255)
                : "10.20." + random.nextInt(4) + "." + random.nextInt(1, 255);
    }
}
