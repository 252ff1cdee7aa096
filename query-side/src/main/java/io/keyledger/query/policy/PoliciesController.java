package io.keyledger.query.policy;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.Holders;
import io.keyledger.query.current.Member;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

@RestController
@RequestMapping("/api/v1/workspaces/{ws}/policies")
@Tag(name = "Security policies")
class PoliciesController {

    private final Policies policies;
    private final Holders holders;
    private final Workspaces workspaces;

    PoliciesController(Policies policies, Holders holders, Workspaces workspaces) {
        this.policies = policies;
        this.holders = holders;
        this.workspaces = workspaces;
    }

    @GetMapping
    @Requires("policies:view")
    @ReadsView("directory")
    @Operation(summary = "List security policies by name")
    Page<PolicyView> list(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        return policies.list(ws, PageRequest.of(limit, cursor, 2, "policies", ws));
    }

    @GetMapping("/{id}")
    @Requires("policies:view")
    @ReadsView("directory")
    @Operation(summary = "A security policy and what it is attached to")
    ResponseEntity<PolicyDetails> get(@PathVariable String ws, @PathVariable String id) {
        PolicyView policy = policies.get(ws, id);
        PolicyDetails details =
                new PolicyDetails(
                        policy,
                        policies.groupsWith(policy.id()),
                        holders.ofPolicy(policy.id(), request(null, null, policy.id())).items(),
                        holders.countOfPolicy(policy.id()));
        return ResponseEntity.ok().eTag("\"" + policy.version() + "\"").body(details);
    }

    @GetMapping("/{id}/service-users")
    @Requires("policies:view")
    @ReadsView("directory")
    @Operation(summary = "Service users that a policy is attached to themselves")
    Page<Member> serviceUsers(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        UUID policy = policies.get(ws, id).id();
        return holders.ofPolicy(policy, request(limit, cursor, policy));
    }

    private static PageRequest request(
            @Nullable String limit, @Nullable String cursor, UUID policy) {
        return PageRequest.of(limit, cursor, 2, "policy-holders", policy);
    }
}
