package io.keyledger.query.audit;

import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.personal.PersonalValues;
import io.keyledger.query.personal.Resolved;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds audit entries. */
@Component
class AuditTrail {

    private static final Comparator<Draft> NEWEST_FIRST =
            Comparator.comparingLong(Draft::entry).reversed();

    private final ChangeSearch changes;
    private final UseSearch uses;
    private final Addresses addresses;
    private final TrailAt trailAt;
    private final Subjects subjects;
    private final PersonalValues personal;

    AuditTrail(
            ChangeSearch changes,
            UseSearch uses,
            Addresses addresses,
            TrailAt trailAt,
            Subjects subjects,
            PersonalValues personal) {
        this.changes = changes;
        this.uses = uses;
        this.addresses = addresses;
        this.trailAt = trailAt;
        this.subjects = subjects;
        this.personal = personal;
    }

    /** Newest first, in the order of the ledger; of all workspaces without one. */
    Page<AuditEntry> list(@Nullable String workspace, AuditFilter filter, PageRequest request) {
        String network = filter.network();
        Set<Long> sources = network == null ? null : addresses.in(workspace, network);
        long before =
                request.isFirst()
                        ? trailAt.end("at", filter.at())
                        : Long.parseLong(request.after().getFirst());
        Page<Draft> page =
                page(
                        filter.wantsChanges()
                                ? changes.find(workspace, filter, sources, before, request.fetch())
                                : ChangeSearch.Found.NOTHING,
                        filter.wantsUses()
                                ? uses.find(
                                        workspace,
                                        new UseFilter(filter, sources, keys(filter)),
                                        before,
                                        request.fetch())
                                : UseSearch.Found.NOTHING,
                        request);
        return new Page<>(entries(page.items()), page.nextCursor());
    }

    /** By event id or record id. */
    Optional<AuditEntry> find(String workspace, String id) {
        Optional<RecordId> use = RecordId.parse(id);
        Optional<? extends Draft> draft =
                use.isPresent()
                        ? uses.find(workspace, use.get())
                        : Filters.id(id).flatMap(event -> changes.ofEvent(workspace, event));
        return draft.map(found -> entries(List.of(found)).getFirst());
    }

    /** Both in one order, as far as both were looked at. */
    private static Page<Draft> page(
            ChangeSearch.Found changes, UseSearch.Found uses, PageRequest request) {
        Long reached = later(changes.reached(), uses.reached());
        List<Draft> all =
                Stream.<Draft>concat(changes.changes().stream(), uses.uses().stream())
                        .filter(draft -> reached == null || draft.entry() >= reached)
                        .sorted(NEWEST_FIRST)
                        .toList();
        return reached == null || all.size() > request.limit()
                ? Page.of(all, request, draft -> new String[] {Long.toString(draft.entry())})
                : Page.cut(all, request, Long.toString(reached));
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    /** Of which keys a use must be: of the one asked for, or of those its service user ever had. */
    private @Nullable Set<String> keys(AuditFilter filter) {
        UUID user = filter.user() == null ? filter.actorId() : filter.user();
        if (filter.key() != null) {
            return Set.of(filter.key());
        }
        return user == null ? null : changes.keysOf(user);
    }

    /** With the names that subjects had then, and the personal values that were not erased. */
    List<AuditEntry> entries(List<? extends Draft> all) {
        Subjects.Names names = subjects.of(all(all, Draft::names));
        Resolved texts = personal.of(all(all, Draft::personal));
        return all.stream().map(draft -> draft.complete(names, texts)).toList();
    }

    private static <T> Set<T> all(
            Collection<? extends Draft> drafts, Function<Draft, Set<T>> some) {
        return drafts.stream()
                .flatMap(draft -> some.apply(draft).stream())
                .collect(Collectors.toSet());
    }
}
