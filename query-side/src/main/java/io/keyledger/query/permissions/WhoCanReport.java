package io.keyledger.query.permissions;

import io.keyledger.query.consistency.ViewsAt.Moment;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.permissions.RoutesAt.Way;
import io.keyledger.query.permissions.WhoCan.Among;
import io.keyledger.query.permissions.WhoCanView.Holder;
import io.keyledger.query.permissions.WhoCanView.Route;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.route.RequestPath;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Tells who can do something at a moment, and why, in a workspace or in all. */
@Component
class WhoCanReport {

    private static final Page<Holder> NOBODY = new Page<>(List.of(), null);
    private static final Way EACH_ITS_OWN = new Way(null, null, null);

    private final WhoCan whoCan;
    private final PeopleWhoCan peopleWhoCan;
    private final RoutesAt routes;
    private final Grants grants;

    WhoCanReport(WhoCan whoCan, PeopleWhoCan peopleWhoCan, RoutesAt routes, Grants grants) {
        this.whoCan = whoCan;
        this.peopleWhoCan = peopleWhoCan;
        this.routes = routes;
        this.grants = grants;
    }

    /** Who holds the permission. */
    WhoCanView of(Among among, Permission asked, Moment moment, PageRequest page) {
        return along(among, new Way(null, asked, null), moment, page);
    }

    /** Who can have a request of that method and path; each workspace has routes of its own. */
    WhoCanView of(
            Among among,
            String method,
            String path,
            @Nullable String api,
            Moment moment,
            PageRequest page) {
        Optional<RequestPath> plain = RequestPath.parse(path);
        if (plain.isEmpty()) {
            return view(Way.none("unsafe-path"), moment, NOBODY);
        }
        SortedMap<String, Way> ways =
                routes.find(among.workspace(), method, plain.get(), api, moment.position());
        Optional<Way> first = ways.values().stream().max(Comparator.comparing(Way::leads));
        return among.workspace() == null && first.isPresent() && first.get().leads()
                ? along(among, ways, moment, page)
                : along(among, first.orElse(Way.none("no-route")), moment, page);
    }

    private WhoCanView along(Among among, Way way, Moment moment, PageRequest page) {
        if (!way.leads()) {
            return view(way, moment, NOBODY);
        }
        List<Can> found = found(among, way, moment, page);
        return view(way, moment, page(found, page, can -> holder(can, null, way, moment)));
    }

    /** Workspace by workspace, in the order of the list, until the page is full. */
    private WhoCanView along(
            Among among, SortedMap<String, Way> ways, Moment moment, PageRequest page) {
        List<Can> found = new ArrayList<>();
        String reached = page.isFirst() ? "" : page.after().getFirst();
        for (var each : ways.tailMap(reached).entrySet()) {
            String workspace = each.getKey();
            if (each.getValue().leads() && found.size() < page.fetch()) {
                PageRequest part = workspace.equals(reached) ? page : page.fromTheStart();
                found.addAll(found(among.in(workspace), each.getValue(), moment, part));
            }
        }
        return view(
                EACH_ITS_OWN,
                moment,
                page(
                        found,
                        page,
                        can -> {
                            Way its = Objects.requireNonNull(ways.get(can.workspace()));
                            return holder(can, its.route(), its, moment);
                        }));
    }

    /** Where nothing is required, any good key opens, and people have none. */
    private List<Can> found(Among among, Way way, Moment moment, PageRequest page) {
        Permission permission = way.permission();
        return CanOrder.merged(
                among.serviceUsers() ? whoCan.of(among, permission, moment, page) : List.of(),
                permission == null || !among.people()
                        ? List.of()
                        : peopleWhoCan.of(among, permission, moment, page),
                page);
    }

    private static Page<Holder> page(
            List<Can> found, PageRequest page, Function<Can, Holder> holder) {
        return CanOrder.page(found, page).map(holder);
    }

    private Holder holder(Can can, @Nullable Route shown, Way way, Moment moment) {
        Permission permission = way.permission();
        return new Holder(
                can.isPerson() ? Holder.PERSON : Holder.SERVICE_USER,
                can.id(),
                can.workspace(),
                can.username(),
                can.personName(),
                shown,
                permission == null
                        ? List.of()
                        : grants.whyOf(
                                can.bearer(),
                                can.workspace(),
                                can.id(),
                                permission,
                                moment.position()));
    }

    private static WhoCanView view(Way way, Moment moment, Page<Holder> holders) {
        return new WhoCanView(
                moment.at(),
                moment.position(),
                way.permission() == null ? null : way.permission().text(),
                way.route(),
                way.reason(),
                holders.items(),
                holders.nextCursor());
    }
}
