package io.keyledger.access.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class ServiceUsersTest {

    private final ServiceUsers users = new ServiceUsers(2);

    @Test
    void whoWasUsedLongestAgoIsForgottenWithAllKeys() {
        users.put(user("first", "a", "b"));
        users.put(user("second", "c"));
        assertThat(users.use("b")).isNotNull();
        users.put(user("third", "d"));
        assertThat(users.key("c")).isNull();
        assertThat(List.of("a", "b", "d"))
                .allSatisfy(key -> assertThat(users.key(key)).isNotNull());
    }

    @Test
    void lookingAtAKeyKeepsNobody() {
        users.put(user("first", "a"));
        users.put(user("second", "b"));
        assertThat(users.key("a")).isNotNull();
        users.put(user("third", "c"));
        assertThat(users.key("a")).isNull();
    }

    private static ServiceUserState user(String name, String... keys) {
        Map<String, KeyState> states = new HashMap<>();
        for (String key : keys) {
            states.put(
                    key,
                    new KeyState(
                            key,
                            Status.ENABLED,
                            null,
                            new StoredSecret(1, new byte[32], Instant.EPOCH),
                            null,
                            null));
        }
        return new ServiceUserState(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                "acme",
                name,
                Status.ENABLED,
                null,
                1,
                List.of(),
                List.of(),
                List.of(),
                states);
    }
}
