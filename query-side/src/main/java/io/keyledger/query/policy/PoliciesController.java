package io.keyledger.query.policy;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.current.Ever;
import io.keyledger.query.current.Holders;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Member;
import io.keyledger.query.paging.AtQuery;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.paging.PageRequest;
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

import java.util.UUID;

/** Security policies, and whom they reach. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Security policies")
class PoliciesController {

    private final Policies policies;
    private final Holders holders;
    private final Workspaces workspaces;
    private final Ever ever;
    private final DirectoryAt directory;

    PoliciesController(
            Policies policies,
            Holders holders,
            Workspaces workspaces,
            Ever ever,
            DirectoryAt directory) {
        this.policies = policies;
        this.holders = holders;
        this.workspaces = workspaces;
        this.ever = ever;
        this.directory = directory;
    }

    @GetMapping({"/workspaces/{ws}/policies", "/policies"})
    @Requires("policies:view")
    @ReadsView("directory")
    @Operation(summary = "List security policies, of a workspace or of all; now or at a time")
    Page<PolicyView> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject PolicyQuery query,
            @ParameterObject SortQuery sort,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        PolicyFilter filter = query.read();
        AsOf state = directory.asOf(when);
        ListOrder order = Policies.SORTS.read(sort.sort());
        PageRequest request = page.of(order, "policies", seen, filter, when.at());
        return policies.list(seen, filter, order, request, state);
    }

    @GetMapping({"/workspaces/{ws}/policies/count", "/policies/count"})
    @Requires("policies:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "How many security policies there are, up to 10,000; of a workspace or of all, now or at a"
                            + " time")
    CountView count(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject PolicyQuery query,
            @ParameterObject AtQuery when) {
        return policies.count(workspaces.seen(ws, caller), query.read(), directory.asOf(when));
    }

    @GetMapping("/workspaces/{ws}/policies/{id}")
    @Requires("policies:view")
    @ReadsView("directory")
    @Operation(summary = "A security policy and what it is attached to; now or at a time")
    ResponseEntity<PolicyDetails> get(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        AsOf state = directory.asOf(when);
        PolicyView policy = policies.get(ws, id, state);
        PolicyDetails details =
                new PolicyDetails(
                        policy,
                        policies.groupsWith(policy.id(), state),
                        holders.ofPolicy(
                                        policy.id(),
                                        state,
                                        holders(PageQuery.FIRST, null, policy.id()))
                                .items(),
                        holders.countOfPolicy(policy.id(), state));
        return ResponseEntity.ok().eTag("\"" + policy.version() + "\"").body(details);
    }

    @GetMapping("/workspaces/{ws}/policies/{id}/service-users")
    @Requires("policies:view")
    @ReadsView("directory")
    @Operation(summary = "Service users that a policy is attached to themselves")
    Page<Member> serviceUsers(
            @PathVariable String ws,
            @PathVariable String id,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        UUID policy = ever.require(Kind.SECURITY_POLICY, ws, id);
        return holders.ofPolicy(policy, directory.asOf(when), holders(page, when.at(), policy));
    }

    private static PageRequest holders(PageQuery page, @Nullable String at, UUID policy) {
        return page.of(NameOrder.PARTS, "policy-holders", policy, at);
    }
}
