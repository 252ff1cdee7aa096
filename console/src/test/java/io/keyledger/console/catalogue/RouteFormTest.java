package io.keyledger.console.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.keyledger.client.api.Apis.ApiRoute;
import io.keyledger.client.api.Named;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;

class RouteFormTest {

    private static final UUID ID = new UUID(1, 1);

    @Test
    void whatGoesAlongInJsonComesBackAsItWas() {
        JsonMapper json = JsonMapper.shared();
        for (String permission : new String[] {"catalog:view", null}) {
            RouteForm form = RouteForm.of(route(permission));
            assertThat(json.readValue(json.writeValueAsString(form), RouteForm.class))
                    .isEqualTo(form);
            assertThat(form.needsNothing()).isEqualTo(permission == null);
        }
    }

    @Test
    void anEditSaysWhatIsNotThereAnyMore() {
        assertThat(new RouteForm("GET", " /v1/a ", "", "true", "", "").edit())
                .containsOnly(
                        entry("method", "GET"),
                        entry("path", "/v1/a"),
                        entry("public", true),
                        entry("permission", null),
                        entry("resourceType", null),
                        entry("resourceId", null));
    }

    @Test
    void aRouteThatIsNeitherPublicNorRequiresSomethingIsLeftToBeRefused() {
        assertThat(new RouteForm("GET", "/v1/a", "", null, "asset", "id").edit())
                .contains(entry("public", false), entry("permission", ""));
    }

    private static ApiRoute route(@Nullable String permission) {
        return new ApiRoute(
                ID,
                new Named(ID, "catalog"),
                "GET",
                "/v1/a/{id}",
                permission,
                permission == null,
                "asset",
                "id",
                3,
                null,
                null,
                null);
    }
}
