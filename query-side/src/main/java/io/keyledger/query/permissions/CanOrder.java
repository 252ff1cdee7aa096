package io.keyledger.query.permissions;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.shared.id.NameKey;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The order of who can: workspace by workspace the service users, then the people, each by name. A
 * cursor has no name of a person, which could not be erased there: its place is looked up.
 */
final class CanOrder {

    /** Of how many parts a place is in a cursor: workspace, kind, name and id. */
    static final int PARTS = 4;

    static final NameOrder SERVICE_USERS = new NameOrder("u", "username_key");
    static final String PEOPLE = "u.workspace, u.name_key, u.id";

    private static final Comparator<Can> ORDER =
            Comparator.comparing(Can::workspace).thenComparing(Can::isPerson);

    private CanOrder() {}

    /** The service users of a workspace, or of all, behind the request's cursor. */
    static Conditions serviceUsersAfter(
            PageRequest request, @Nullable String workspace, Conditions where) {
        if (request.isFirst() || !isOfAPerson(request)) {
            return SERVICE_USERS.after(withoutKind(request), workspace, where);
        }
        return SERVICE_USERS
                .after(new PageRequest(request.limit(), List.of(), ""), workspace, where)
                .and("u.workspace > :afterWorkspace", "afterWorkspace", request.after().getFirst());
    }

    /** The people behind the request's cursor, of rows that are called {@code u}. */
    static Conditions peopleAfter(PageRequest request, Conditions where) {
        where.set("fetch", request.fetch());
        if (request.isFirst()) {
            return where;
        }
        where.set("afterWorkspace", request.after().getFirst());
        return isOfAPerson(request)
                ? where.and(
                        "("
                                + PEOPLE
                                + ") > (SELECT "
                                + PEOPLE
                                + " FROM u"
                                + " WHERE u.workspace = :afterWorkspace AND u.id = :afterId)",
                        "afterId",
                        UUID.fromString(request.after().getLast()))
                : where.and("u.workspace >= :afterWorkspace");
    }

    /** Both in one order, no more than one beyond the page. */
    static List<Can> merged(List<Can> serviceUsers, List<Can> people, PageRequest request) {
        return Stream.concat(serviceUsers.stream(), people.stream())
                .sorted(ORDER)
                .limit(request.fetch())
                .toList();
    }

    static Page<Can> page(List<Can> found, PageRequest request) {
        return Page.of(found, request, CanOrder::place);
    }

    private static String[] place(Can can) {
        String name =
                can.isPerson() ? "" : NameKey.of(Objects.requireNonNullElse(can.username(), ""));
        return new String[] {
            can.workspace(), can.bearer().kind().name(), name, can.id().toString()
        };
    }

    private static boolean isOfAPerson(PageRequest request) {
        return request.after().get(1).equals(Bearer.PERSON.kind().name());
    }

    private static PageRequest withoutKind(PageRequest request) {
        List<String> after = request.after();
        return request.isFirst()
                ? request
                : new PageRequest(
                        request.limit(),
                        List.of(after.get(0), after.get(2), after.get(3)),
                        request.scope());
    }
}
