package io.keyledger.console.serviceuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.page.Unreadable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class FormTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void whatWasNotTouchedIsNoChange() {
        ServiceUser user = user("ada", NEW_YEAR, List.of(ONE, TWO));
        Form form = Form.of(user);
        assertThat(form.changesOf(user)).isEmpty();
        Form asBrowsersSendIt =
                new Form(
                        " importer ",
                        "two\r\nlines",
                        "ada",
                        "team: data\r\n",
                        "2027-01-01",
                        List.of(TWO, ONE),
                        null,
                        null);
        assertThat(asBrowsersSendIt.changesOf(user)).isEmpty();
    }

    @Test
    void whatWasEmptiedIsCleared() {
        ServiceUser user = user("ada", NEW_YEAR, List.of(ONE));
        Form form = new Form("importer", "two\nlines", "", "", "", null, null, null);
        assertThat(form.changesOf(user))
                .containsOnly(
                        entry("owner", null),
                        entry("labels", Map.of()),
                        entry("expiresAt", null),
                        entry("groups", Set.of()));
    }

    @Test
    void aTimeOfDayThatADayCannotSayStaysAsItIs() {
        ServiceUser user = user(null, Instant.parse("2027-01-01T12:30:00Z"), List.of());
        assertThat(Form.of(user).changesOf(user)).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        assertThatThrownBy(() -> Form.day("soon")).isInstanceOf(Unreadable.class);
        Form form = new Form("a", "", "", "no colon", "", null, null, null);
        assertThatThrownBy(form::labelMap)
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.text()).contains("team: data"));
    }

    private static ServiceUser user(
            @Nullable String owner, @Nullable Instant expiresAt, List<UUID> groups) {
        return new ServiceUser(
                ONE,
                "acme",
                "importer",
                "two\nlines",
                owner,
                owner == null ? Map.of() : Map.of("team", "data"),
                "enabled",
                expiresAt,
                false,
                groups,
                List.of(),
                List.of(),
                List.of(),
                3,
                null,
                null,
                false);
    }
}
