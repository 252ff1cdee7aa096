package io.keyledger.command.person;

import io.keyledger.access.oidc.ClaimedGroup;
import io.keyledger.shared.id.NameKey;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Reads who is known, and which of the groups that tokens claim are there. */
@Component
class PeopleReader {

    /** A group that is there, by the name it was claimed by. */
    record Found(ClaimedGroup claimed, UUID id) {}

    private final JdbcClient jdbc;

    PeopleReader(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> idOf(String issuer, String subject) {
        return jdbc.sql("SELECT id FROM access.person WHERE issuer = ? AND subject = ?")
                .params(issuer, subject)
                .query(UUID.class)
                .optional();
    }

    boolean exists(UUID person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM access.person WHERE id = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    SortedSet<String> workspacesOf(UUID person) {
        return new TreeSet<>(
                jdbc.sql("SELECT DISTINCT workspace FROM access.person_group WHERE person_id = ?")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    /** Those of the groups that are there; their names are compared as everywhere. */
    List<Found> groups(List<ClaimedGroup> claimed) {
        return jdbc.sql(
                        """
                        SELECT asked.place, g.id
                          FROM unnest(:workspaces::text[], :names::text[])
                               WITH ORDINALITY AS asked (workspace, name_key, place)
                          JOIN access.user_group g USING (workspace, name_key)
                         ORDER BY asked.place
                        """)
                .param(
                        "workspaces",
                        claimed.stream().map(ClaimedGroup::workspace).toArray(String[]::new))
                .param(
                        "names",
                        claimed.stream()
                                .map(ClaimedGroup::group)
                                .map(NameKey::of)
                                .toArray(String[]::new))
                .query(
                        (row, _) ->
                                new Found(
                                        claimed.get(row.getInt("place") - 1),
                                        row.getObject("id", UUID.class)))
                .list();
    }
}
