package io.keyledger.command.web;

import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Patch;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.shared.event.ServiceUserDetails;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Bodies of requests about service users, and their commands. */
final class ServiceUserBodies {

    private ServiceUserBodies() {}

    /** A service user to be created. */
    record NewServiceUser(
            @Nullable String username,
            @Nullable String description,
            @Nullable String owner,
            @Nullable Map<String, String> labels,
            @Nullable Instant expiresAt,
            @Nullable List<UUID> groups,
            @Nullable List<UUID> roles,
            @Nullable List<UUID> policies) {

        CreateServiceUser command(String workspace, UUID id) {
            ServiceUserDetails details =
                    new ServiceUserDetails(
                            Fields.username("username", username),
                            Fields.description("description", description),
                            Fields.owner("owner", owner),
                            Fields.labels("labels", Objects.requireNonNullElse(labels, Map.of())),
                            Fields.time("expiresAt", expiresAt));
            return new CreateServiceUser(
                    workspace,
                    id,
                    details,
                    Objects.requireNonNullElse(groups, List.of()),
                    Objects.requireNonNullElse(roles, List.of()),
                    Objects.requireNonNullElse(policies, List.of()));
        }
    }

    /** An edit; what is left out stays, {@code owner} and {@code expiresAt} are cleared by null. */
    record ServiceUserEdit(
            @Nullable String username,
            @Nullable String description,
            @Schema(type = "string", nullable = true) @Nullable JsonNode owner,
            @Nullable Map<String, String> labels,
            @Schema(type = "string", format = "date-time", nullable = true)
                    @Nullable JsonNode expiresAt,
            @Nullable List<UUID> groups,
            @Nullable List<UUID> roles,
            @Nullable List<UUID> policies) {

        EditServiceUser command(
                String workspace, UUID id, @Nullable ExpectedVersions expectedVersion) {
            return new EditServiceUser(
                    workspace,
                    id,
                    username,
                    description,
                    PatchText.of("owner", owner),
                    labels,
                    instant(PatchText.of("expiresAt", expiresAt)),
                    groups,
                    roles,
                    policies,
                    expectedVersion);
        }
    }

    private static Patch<Instant> instant(Patch<String> text) {
        String value = text.value();
        if (!text.present() || value == null) {
            return new Patch<>(text.present(), null);
        }
        try {
            return Patch.to(Fields.time("expiresAt", Instant.parse(value)));
        } catch (DateTimeException _) {
            throw Fields.invalid("expiresAt", "must be a time such as 2027-01-31T12:00:00Z");
        }
    }
}
