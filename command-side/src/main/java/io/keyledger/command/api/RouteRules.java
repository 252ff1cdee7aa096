package io.keyledger.command.api;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.route.PathTemplate;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The routes of one API while a decision is made, and what each must keep to beside the others. */
final class RouteRules {

    static final int ROUTES = 2_000;

    /** Whoever may hand out what he does not hold may also open what asks for nothing. */
    private static final String DELEGATE = "permissions:delegate";

    private record Entry(ApiRoute route, PathTemplate path) {

        static Entry of(ApiRoute route) {
            return new Entry(route, PathTemplate.parse(route.path()));
        }
    }

    private final Grantor grantor;
    private final Map<String, Map<String, Entry>> byMethodAndForm = new HashMap<>();
    private int size;

    RouteRules(Grantor grantor, Collection<ApiRoute> routes) {
        this.grantor = grantor;
        routes.forEach(route -> put(Entry.of(route)));
    }

    /** The route that matches the same requests, if there is one. */
    @Nullable ApiRoute same(String method, PathTemplate path) {
        Entry entry = entries(method).get(path.form());
        return entry == null ? null : entry.route();
    }

    void add(ApiRoute route) {
        if (size >= ROUTES) {
            throw new Rejected(
                    RejectionCode.TOO_MANY_ROUTES, "an API has at most " + ROUTES + " routes");
        }
        Entry entry = Entry.of(route);
        mustBeUnambiguous(entry);
        mustBeAbleToRequire(entry);
        put(entry);
    }

    void remove(ApiRoute route) {
        if (!route.requiresNothing()) {
            mustBeAbleToOpen(route);
        }
        take(Entry.of(route));
    }

    /** Takes the one out and puts the other in, or does neither. */
    void replace(ApiRoute before, ApiRoute after) {
        remove(before);
        try {
            add(after);
        } catch (Rejected refusal) {
            put(Entry.of(before));
            throw refusal;
        }
    }

    private void mustBeUnambiguous(Entry entry) {
        for (Entry other : entries(entry.route().method()).values()) {
            if (entry.path().isAsGoodAs(other.path())) {
                throw new Rejected(
                        RejectionCode.AMBIGUOUS_ROUTE,
                        "the route could match what %s %s matches equally well"
                                .formatted(other.route().method(), other.path()),
                        "path");
            }
        }
    }

    /** Where a closer route takes requests from a wider one, that one's permission loses them. */
    private void mustBeAbleToRequire(Entry entry) {
        mustBeAbleToOpen(entry.route());
        for (Entry wider : entries(entry.route().method()).values()) {
            if (!wider.route().requiresNothing() && entry.path().isWithin(wider.path())) {
                mustBeAbleToOpen(wider.route());
            }
        }
    }

    private void mustBeAbleToOpen(ApiRoute route) {
        grantor.mustBeAbleToGrant(
                List.of(Objects.requireNonNullElse(route.permission(), DELEGATE)),
                route.requiresNothing() ? "public" : "permission");
    }

    private void put(Entry entry) {
        byMethodAndForm
                .computeIfAbsent(entry.route().method(), _ -> new LinkedHashMap<>())
                .put(entry.path().form(), entry);
        size++;
    }

    private void take(Entry entry) {
        entries(entry.route().method()).remove(entry.path().form());
        size--;
    }

    private Map<String, Entry> entries(String method) {
        Map<String, Entry> entries = byMethodAndForm.get(method);
        return entries == null ? new HashMap<>() : entries;
    }
}
