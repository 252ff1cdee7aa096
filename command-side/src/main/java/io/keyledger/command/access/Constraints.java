package io.keyledger.command.access;

import io.keyledger.command.platform.DatabaseFaults;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;

import org.springframework.dao.DataAccessException;

/** What the tables' constraints mean. */
final class Constraints {

    private Constraints() {}

    /** The refusal that a violated constraint stands for, or the failure itself. */
    static RuntimeException rejection(DataAccessException failure) {
        String constraint = DatabaseFaults.constraint(failure);
        return switch (constraint == null ? "" : constraint) {
            case "workspace_pkey" ->
                    new Rejected(RejectionCode.WORKSPACE_TAKEN, "the slug is taken", "slug");
            case "role_workspace_name_key_key" ->
                    new Rejected(
                            RejectionCode.ROLE_NAME_TAKEN, "another role has this name", "name");
            case "user_group_workspace_name_key_key" ->
                    new Rejected(
                            RejectionCode.GROUP_NAME_TAKEN, "another group has this name", "name");
            case "security_policy_workspace_name_key_key" ->
                    new Rejected(
                            RejectionCode.POLICY_NAME_TAKEN,
                            "another security policy has this name",
                            "name");
            case "service_user_username" ->
                    new Rejected(
                            RejectionCode.USERNAME_TAKEN,
                            "another service user has this username",
                            "username");
            case "api_workspace_name_key_key" ->
                    new Rejected(RejectionCode.API_NAME_TAKEN, "another API has this name", "name");
            case "api_host_pkey" ->
                    new Rejected(RejectionCode.HOST_TAKEN, "another API has this host", "hosts");
            case "api_route_api_id_method_form_key" ->
                    new Rejected(
                            RejectionCode.AMBIGUOUS_ROUTE,
                            "another route of the API matches the same",
                            "path");
            case "api_route_api_id_fkey" ->
                    new Rejected(RejectionCode.API_IN_USE, "the API has routes");
            case "group_role_role_id_fkey",
                    "service_user_role_role_id_fkey",
                    "policy_grant_role_id_fkey" ->
                    new Rejected(
                            RejectionCode.ROLE_IN_USE, "the role is being assigned or deleted");
            case "group_policy_policy_id_fkey", "service_user_policy_policy_id_fkey" ->
                    new Rejected(
                            RejectionCode.POLICY_IN_USE, "the policy is being attached or deleted");
            case "service_user_group_group_id_fkey" ->
                    new Rejected(
                            RejectionCode.GROUP_IN_USE, "the group is being assigned or deleted");
            default -> failure;
        };
    }
}
