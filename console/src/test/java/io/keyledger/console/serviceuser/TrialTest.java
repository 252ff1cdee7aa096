package io.keyledger.console.serviceuser;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.Permissions.Effective;
import io.keyledger.client.api.Permissions.Holder;
import io.keyledger.client.api.Permissions.Route;
import io.keyledger.client.api.Permissions.WhoCan;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.serviceuser.Trial.Step;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class TrialTest {

    private static final UUID ID = UUID.fromString("01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a61");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aKeyThatExpiresNowIsOfNoUse() {
        assertThat(trial(NOW, null, null).isPassed()).isFalse();
        assertThat(trial(NOW.plusSeconds(1), null, null).isPassed()).isTrue();
    }

    @Test
    void aPublicRouteTakesNoPermission() {
        Route route = new Route(ID, "catalog", "GET", "/v1/status", null);
        Trial trial = trial(null, null, new WhoCan(NOW, 7, null, route, null, List.of(), null));
        assertThat(trial.isPassed()).isTrue();
        assertThat(trial.steps())
                .extracting(Step::text)
                .contains("Route GET /v1/status of catalog is public.");
    }

    @Test
    void whoIsDisabledIsNotAskedForMore() {
        WhoCan nobody = new WhoCan(NOW, 7, "catalog:view", null, null, List.of(), null);
        Trial trial = trial(null, "disabled", nobody);
        assertThat(trial.isPassed()).isFalse();
        assertThat(trial.steps())
                .extracting(Step::text)
                .containsExactly("It is disabled.", "Keys that can be used: nightly.");
    }

    private static Trial trial(
            @Nullable Instant keyExpires, @Nullable String inactive, @Nullable WhoCan answer) {
        ApiKey key = new ApiKey("k", "nightly", "enabled", NOW, NOW, null, keyExpires, null, 0, 0);
        ServiceUser user =
                new ServiceUser(
                        ID,
                        "acme",
                        "importer",
                        "",
                        null,
                        Map.of(),
                        "enabled",
                        null,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(key),
                        1,
                        NOW,
                        NOW,
                        false);
        Holder itself = new Holder(ID, "acme", "importer", null, List.of());
        return Trial.of(
                user,
                new Effective(NOW, 7, inactive, List.of()),
                answer == null
                        ? new WhoCan(NOW, 7, "catalog:view", null, null, List.of(itself), null)
                        : answer,
                new Directory(List.of(), List.of(), List.of()),
                NOW);
    }
}
