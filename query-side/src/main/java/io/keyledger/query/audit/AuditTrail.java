package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.personal.PersonalValues;
import io.keyledger.query.personal.Resolved;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds audit entries. */
@Component
class AuditTrail {

    private final Places places;
    private final Drafts drafts;
    private final Journal journal;
    private final Subjects subjects;
    private final PersonalValues personal;

    AuditTrail(
            Places places,
            Drafts drafts,
            Journal journal,
            Subjects subjects,
            PersonalValues personal) {
        this.places = places;
        this.drafts = drafts;
        this.journal = journal;
        this.subjects = subjects;
        this.personal = personal;
    }

    /** Newest first, in the order of the ledger; of all workspaces without one. */
    Page<AuditEntry> list(@Nullable String workspace, AuditFilter filter, PageRequest request) {
        Page<Place> page = places.of(workspace, filter, request);
        return new Page<>(entries(page.items()), page.nextCursor());
    }

    /** By event id or record id. */
    Optional<AuditEntry> find(String workspace, String id) {
        return place(workspace, id).flatMap(place -> entries(List.of(place)).stream().findFirst());
    }

    private Optional<Place> place(String workspace, String id) {
        Optional<RecordId> use = RecordId.parse(id);
        if (use.isPresent()) {
            int index = use.get().index();
            return index >= 1 << 20
                    ? Optional.empty()
                    : journal.positionOf(use.get())
                            .map(position -> EntryNumber.of(position, index))
                            .map(entry -> new Place(workspace, entry, true));
        }
        return Filters.id(id)
                .flatMap(event -> drafts.ofEvent(workspace, event))
                .map(entry -> new Place(workspace, entry, false));
    }

    private List<AuditEntry> entries(List<Place> found) {
        List<Draft> all = drafts.of(found);
        Subjects.Names names = subjects.of(all(all, Draft::names));
        Resolved texts = personal.of(all(all, Draft::personal));
        return all.stream().map(draft -> draft.complete(names, texts)).toList();
    }

    private static <T> Set<T> all(List<Draft> drafts, Function<Draft, Set<T>> some) {
        return drafts.stream().map(some).flatMap(Collection::stream).collect(Collectors.toSet());
    }
}
