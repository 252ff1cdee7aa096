package io.keyledger.console.report;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Count;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.People.Person;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a review reads: service users, and then people if the reviewer may see them. */
record Reviewed(
        KeyledgerClient client,
        String ws,
        Filter filter,
        Moment moment,
        boolean seesPeople,
        Instant now,
        Directory directory) {

    /** What it takes to see people. */
    private static final String PEOPLE = "people:view";

    private static final String PAGE_SIZE = "200";

    static Reviewed by(Visitor visitor, String ws, Filter filter, Moment moment) {
        return new Reviewed(
                visitor.client().asOf(moment.at()),
                ws,
                filter,
                moment,
                visitor.may(PEOPLE, ws),
                moment.clock(),
                Directory.of(visitor, ws, moment));
    }

    /**
     * A part of the review.
     *
     * @param nextUsers where it goes on among service users, if it does
     * @param nextPeople where it goes on among people, if it does
     */
    record Part(
            List<AccessRow> serviceUsers,
            List<AccessRow> people,
            @Nullable String nextUsers,
            @Nullable String nextPeople) {

        public boolean isEmpty() {
            return serviceUsers.isEmpty() && people.isEmpty();
        }
    }

    /** From a place among service users, or from one among people; from the start without both. */
    Part part(@Nullable String usersFrom, @Nullable String peopleFrom) {
        Page<ServiceUser> users =
                Typed.text(peopleFrom).isEmpty() ? users(usersFrom) : new Page<>(List.of(), null);
        Page<Person> people =
                seesPeople && users.nextCursor() == null
                        ? people(peopleFrom)
                        : new Page<>(List.of(), null);
        return new Part(
                users.items().stream().map(this::row).toList(),
                people.items().stream().map(this::row).toList(),
                users.nextCursor(),
                people.nextCursor());
    }

    Stream<AccessRow> all() {
        Stream<AccessRow> users = Page.stream(this::users).map(this::row);
        return seesPeople ? Stream.concat(users, Page.stream(this::people).map(this::row)) : users;
    }

    /** How many there are. */
    Count count() {
        Count users = client.serviceUsers().count(ws, filter.ofServiceUsers(now));
        if (!seesPeople) {
            return users;
        }
        Count people = client.people().count(ws, filter.ofPeople(now));
        return new Count(users.count() + people.count(), users.exact() && people.exact());
    }

    /** Without these nobody may have it. */
    Set<String> rights() {
        Set<String> rights = new TreeSet<>(directory.rights());
        rights.add("service-users:view");
        if (seesPeople) {
            rights.add(PEOPLE);
        }
        return rights;
    }

    private AccessRow row(ServiceUser user) {
        return AccessRow.of(user, directory, moment);
    }

    private AccessRow row(Person person) {
        return AccessRow.of(person, directory, moment);
    }

    private Page<ServiceUser> users(@Nullable String cursor) {
        return client.serviceUsers().list(ws, from(filter.ofServiceUsers(now), cursor));
    }

    private Page<Person> people(@Nullable String cursor) {
        return client.people().list(ws, from(filter.ofPeople(now), cursor));
    }

    private static Map<String, String> from(
            Map<String, String> parameters, @Nullable String cursor) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("limit", PAGE_SIZE);
        Typed.put(all, "cursor", cursor);
        return all;
    }
}
