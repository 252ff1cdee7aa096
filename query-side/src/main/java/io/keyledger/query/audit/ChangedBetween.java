package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.audit.ChangedThings.Span;
import io.keyledger.query.audit.ChangedThings.Thing;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells what was changed between two moments of a workspace. */
@Component
class ChangedBetween {

    /** Of how many parts a place is in a cursor: where the time ends, and a thing's last change. */
    static final int PARTS = 2;

    private final ChangedThings things;
    private final ChangeSearch changes;
    private final AuditTrail trail;
    private final TrailAt trailAt;

    ChangedBetween(ChangedThings things, ChangeSearch changes, AuditTrail trail, TrailAt trailAt) {
        this.things = things;
        this.changes = changes;
        this.trail = trail;
        this.trailAt = trailAt;
    }

    /**
     * What changed last comes first. Pages after the first end where that one did.
     *
     * @throws ApiProblem 400 for a time to come, 503 {@code view-behind}
     */
    Page<ChangedThing> list(String workspace, ChangedQuery.Asked asked, PageRequest request) {
        Span span = span(workspace, asked, request);
        List<Thing> found = things.find(span, asked.kind(), request.fetch());
        Page<Thing> page =
                Page.of(
                        found,
                        request,
                        thing ->
                                new String[] {
                                    Long.toString(span.end()), Long.toString(thing.entry())
                                });
        Map<String, List<Long>> entries = things.entries(span, page.items());
        Map<Long, AuditEntry> told = told(workspace, entries);
        return page.map(
                thing ->
                        new ChangedThing(
                                thing.kind(),
                                thing.id(),
                                entries.getOrDefault(thing.id(), List.of()).stream()
                                        .sorted()
                                        .map(entry -> Objects.requireNonNull(told.get(entry)))
                                        .toList()));
    }

    private Span span(String workspace, ChangedQuery.Asked asked, PageRequest request) {
        long first = trailAt.end("from", asked.from());
        if (request.isFirst()) {
            long end = asked.to() == null ? trailAt.endNow() : trailAt.end("to", asked.to());
            return new Span(workspace, first, end, end);
        }
        return new Span(
                workspace,
                first,
                Long.parseLong(request.after().getFirst()),
                Long.parseLong(request.after().getLast()));
    }

    private Map<Long, AuditEntry> told(String workspace, Map<String, List<Long>> entries) {
        List<Long> all = entries.values().stream().flatMap(List::stream).distinct().toList();
        List<ChangeDraft> drafts = changes.of(workspace, all);
        List<AuditEntry> told = trail.entries(drafts);
        return IntStream.range(0, drafts.size())
                .boxed()
                .collect(Collectors.toMap(i -> drafts.get(i).entry(), told::get));
    }
}
