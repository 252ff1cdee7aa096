package io.keyledger.query.person;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.paging.AtQuery;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People who sign in with OpenID Connect. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "People")
class PeopleController {

    private final People people;
    private final Workspaces workspaces;
    private final DirectoryAt directory;

    PeopleController(People people, Workspaces workspaces, DirectoryAt directory) {
        this.people = people;
        this.workspaces = workspaces;
        this.directory = directory;
    }

    @GetMapping({"/workspaces/{ws}/people", "/people"})
    @Requires("people:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "List people, of a workspace or of all, each by each workspace; now or at a"
                            + " time",
            description =
                    "The people of a workspace are those who have or had groups there. In system,"
                            + " where sign-ins are on record, it is everybody.")
    Page<PersonView> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject PersonQuery query,
            @ParameterObject PersonSortQuery sort,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        PersonFilter filter = query.read();
        ListOrder order = PersonSorts.ALL.read(sort.sort());
        AsOf state = directory.asOfPeople(when);
        return people.list(
                seen,
                filter,
                order,
                page.of(PersonSorts.PARTS, "people", seen, filter, order.name(), when.at()),
                state);
    }

    @GetMapping({"/workspaces/{ws}/people/count", "/people/count"})
    @Requires("people:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "How many people there are, up to 10,000; of a workspace or of all, now or at"
                            + " a time")
    CountView count(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject PersonQuery query,
            @ParameterObject AtQuery when) {
        String seen = workspaces.seen(ws, caller);
        return people.count(seen, query.read(), directory.asOfPeople(when));
    }

    @GetMapping("/workspaces/{ws}/people/{id}")
    @Requires("people:view")
    @ReadsView({"directory", "people"})
    @Operation(summary = "A person and its groups in the workspace, now or at a time")
    ResponseEntity<PersonView> get(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        PersonView found = people.get(ws, id, directory.asOfPeople(when));
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
    }
}
