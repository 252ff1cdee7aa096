package io.keyledger.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class EventJsonTest {

    private static final String ID = "0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1013";
    private static final WireType CREATED = new WireType("role.RoleCreated", 1);
    private static final WireType KEY_GENERATED = new WireType("service-user.ApiKeyGenerated", 1);

    private final EventJson json = new EventJson();

    @Test
    void valuesArriveWhereTheyBelong() {
        String stored =
                """
                {"serviceUserId":"%s","keyId":"K","name":"ci","expiresAt":"2027-01-01T00:00:00Z",\
                "secretHash":{"hmac":"h","pepperVersion":3}}"""
                        .formatted(ID);

        assertThat(json.read(KEY_GENERATED, bytes(stored)))
                .isEqualTo(
                        new ServiceUserEvent.ApiKeyGenerated(
                                UUID.fromString(ID),
                                "K",
                                "ci",
                                new SecretHash(3, "h"),
                                Instant.parse("2027-01-01T00:00:00Z")));
    }

    @Test
    void momentsAreCutToTheMicrosecondsOfTheDatabase() {
        Instant moment = Instant.parse("2027-01-01T00:00:00.123456789Z");
        var details = new ServiceUserDetails("ci", "", null, Map.of(), moment);
        var hash = new SecretHash(1, "h");

        Instant kept = Instant.parse("2027-01-01T00:00:00.123456Z");
        assertThat(details.expiresAt()).isEqualTo(kept);
        assertThat(
                        new ServiceUserEvent.ApiKeyGenerated(
                                        UUID.randomUUID(), "K", "n", hash, moment)
                                .expiresAt())
                .isEqualTo(kept);
        assertThat(
                        new ServiceUserEvent.SecretRegenerated(UUID.randomUUID(), "K", hash, moment)
                                .overlapUntil())
                .isEqualTo(kept);
    }

    @Test
    void aSecretHashIsNotPrinted() {
        var event =
                new ServiceUserEvent.ApiKeyGenerated(
                        UUID.randomUUID(), "K", "ci", new SecretHash(1, "c2VjcmV0"), null);

        assertThat(event.toString()).contains("pepperVersion=1").doesNotContain("c2VjcmV0");
    }

    @Nested
    class WhatIsNotTheRevisionsJson {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "\"text\"",
                    "{",
                    "{}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"permissions\":[]}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"permissions\":[],\"roleId\":null}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"permissions\":[],\"roleId\":\"\"}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":null,\"permissions\":[],\"roleId\":\"ID\"}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":7,\"permissions\":[],\"roleId\":\"ID\"}",
                    "{\"builtIn\":\"false\",\"description\":\"\",\"name\":\"n\",\"permissions\":[],\"roleId\":\"ID\"}",
                    "{\"builtIn\":null,\"description\":\"\",\"name\":\"n\",\"permissions\":[],\"roleId\":\"ID\"}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"permissions\":null,\"roleId\":\"ID\"}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"permissions\":[null],\"roleId\":\"ID\"}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"permissions\":\"a:b\",\"roleId\":\"ID\"}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"name\":\"m\",\"permissions\":[],\"roleId\":\"ID\"}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"permissions\":[],\"roleId\":\"ID\",\"x\":1}",
                    "{\"builtIn\":false,\"description\":\"\",\"name\":\"n\",\"permissions\":[],\"roleId\":\"ID\"} 1"
                })
        void isUnreadable(String stored) {
            assertThatThrownBy(() -> json.read(CREATED, bytes(stored.replace("ID", ID))))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasNoCause();
        }

        @Test
        void isNotQuotedInTheFailure() {
            String stored = "{\"serviceUserId\":\"swordfish\"}";

            assertThatThrownBy(() -> json.read(KEY_GENERATED, bytes(stored)))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining(KEY_GENERATED.name())
                    .hasMessageNotContaining("swordfish");
        }

        @Test
        void mayBeNestedAsDeepAsItLikes() {
            byte[] deep = bytes("{\"builtIn\":" + "[".repeat(1_000_000));

            assertThatThrownBy(() -> json.read(CREATED, deep)).isInstanceOf(UnreadableEvent.class);
        }
    }

    @Nested
    class AnOlderRevision {

        /** As if roles had once been stored without saying whether they are built in. */
        private static final WireType OLD = new WireType(CREATED.name(), 0);

        private static final String STORED =
                "{\"description\":\"\",\"name\":\"n\",\"permissions\":[],\"roleId\":\""
                        + ID
                        + "\"}";

        @Test
        void isReadThroughItsUpcaster() {
            EventJson withUpcaster = new EventJson(List.of(new RolesWereNeverBuiltIn()));

            assertThat(withUpcaster.read(OLD, bytes(STORED)))
                    .isEqualTo(
                            new RoleEvent.RoleCreated(
                                    UUID.fromString(ID), "n", "", List.of(), false));
        }

        @Test
        void withoutAnUpcasterIsUnreadable() {
            assertThatThrownBy(() -> json.read(OLD, bytes(STORED)))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining("upcaster");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "{", "{\"roleId\":1}"})
        void thatIsBrokenIsUnreadable(String stored) {
            EventJson withUpcaster = new EventJson(List.of(new RolesWereNeverBuiltIn()));

            assertThatThrownBy(() -> withUpcaster.read(OLD, bytes(stored)))
                    .isInstanceOf(UnreadableEvent.class);
        }

        private record RolesWereNeverBuiltIn() implements Upcaster {

            @Override
            public String name() {
                return OLD.name();
            }

            @Override
            public int fromRevision() {
                return OLD.revision();
            }

            @Override
            public ObjectNode upcast(ObjectNode json) {
                return json.put("builtIn", false);
            }
        }
    }

    /** As stored before what a role held was told. */
    @Test
    void aRoleThatWasDeletedLongAgoIsReadAsTodaysEvent() {
        String stored = "{\"name\":\"reader\",\"roleId\":\"0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1013\"}";
        UUID role = UUID.fromString("0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1013");

        DomainEvent event = json.read(new WireType("role.RoleDeleted", 1), bytes(stored));

        assertThat(event).isEqualTo(new RoleEvent.RoleDeleted(role, "reader", null));
        assertThat(json.read(new WireType("role.RoleDeleted", 2), json.write(event)))
                .isEqualTo(event);
        assertThatThrownBy(() -> json.read(new WireType("role.RoleDeleted", 2), bytes(stored)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void aNewerRevisionIsUnreadable() {
        assertThatThrownBy(() -> json.read(new WireType(CREATED.name(), 2), bytes("{}")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("newer");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
