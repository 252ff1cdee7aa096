package io.keyledger.command.serviceuser;

import io.keyledger.command.grant.GuardedCommand;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Patch;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserDetails;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What can be asked of a service user. */
public sealed interface ServiceUserCommand extends GuardedCommand {

    UUID serviceUserId();

    /** The versions that the service user may be at; null for any. */
    default @Nullable ExpectedVersions expectedVersion() {
        return null;
    }

    @Override
    default String requiredPermission() {
        return "service-users:manage";
    }

    /** How it is ordered: beside others of its workspace, or alone because it takes away. */
    default Mode mode() {
        return switch (this) {
            case CreateServiceUser _,
                    AssignGroup _,
                    AssignRole _,
                    EnableServiceUser _,
                    GenerateApiKey _,
                    RegenerateSecret _,
                    RenameApiKey _,
                    EnableApiKey _ ->
                    Mode.SHARED;
            case EditServiceUser edit -> edit.describesOnly() ? Mode.SHARED : Mode.EXCLUSIVE;
            // A policy may bring guards.
            case AttachSecurityPolicy _,
                    DetachSecurityPolicy _,
                    UnassignGroup _,
                    UnassignRole _,
                    DisableServiceUser _,
                    DeleteServiceUser _,
                    DisableApiKey _,
                    DeleteApiKey _ ->
                    Mode.EXCLUSIVE;
        };
    }

    @Override
    default @Nullable String addsTo() {
        return mode() == Mode.SHARED ? serviceUserId().toString() : null;
    }

    /** Create a service user, perhaps with groups, roles and security policies. */
    record CreateServiceUser(
            String workspace,
            UUID serviceUserId,
            ServiceUserDetails details,
            List<UUID> groups,
            List<UUID> roles,
            List<UUID> policies)
            implements ServiceUserCommand {

        public CreateServiceUser {
            groups = Fields.ids("groups", groups);
            roles = Fields.ids("roles", roles);
            policies = Fields.policies("policies", policies);
        }
    }

    /**
     * Change details, groups, roles and security policies in one go; what is null or unchanged
     * stays.
     */
    record EditServiceUser(
            String workspace,
            UUID serviceUserId,
            @Nullable String username,
            @Nullable String description,
            Patch<String> owner,
            @Nullable Map<String, String> labels,
            Patch<Instant> expiresAt,
            @Nullable List<UUID> groups,
            @Nullable List<UUID> roles,
            @Nullable List<UUID> policies,
            @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {

        public EditServiceUser {
            username = username == null ? null : Fields.username("username", username);
            description =
                    description == null ? null : Fields.description("description", description);
            owner = owner.present() ? Patch.to(Fields.owner("owner", owner.value())) : owner;
            labels = labels == null ? null : Fields.labels("labels", labels);
            groups = groups == null ? null : Fields.ids("groups", groups);
            roles = roles == null ? null : Fields.ids("roles", roles);
            policies = policies == null ? null : Fields.policies("policies", policies);
        }

        /** Whether it can neither give nor take anything: it says who and what for alone. */
        boolean describesOnly() {
            return groups == null && roles == null && policies == null && !expiresAt.present();
        }
    }

    /** Make a service user a member of a group. */
    record AssignGroup(
            String workspace,
            UUID serviceUserId,
            UUID groupId,
            @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {

        public AssignGroup(String workspace, UUID serviceUserId, UUID groupId) {
            this(workspace, serviceUserId, groupId, null);
        }
    }

    /** End a service user's membership of a group. */
    record UnassignGroup(
            String workspace,
            UUID serviceUserId,
            UUID groupId,
            @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {

        public UnassignGroup(String workspace, UUID serviceUserId, UUID groupId) {
            this(workspace, serviceUserId, groupId, null);
        }
    }

    /** Give a service user a role of its own. */
    record AssignRole(
            String workspace,
            UUID serviceUserId,
            UUID roleId,
            @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {

        public AssignRole(String workspace, UUID serviceUserId, UUID roleId) {
            this(workspace, serviceUserId, roleId, null);
        }
    }

    /** Take a role of its own from a service user. */
    record UnassignRole(
            String workspace,
            UUID serviceUserId,
            UUID roleId,
            @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {

        public UnassignRole(String workspace, UUID serviceUserId, UUID roleId) {
            this(workspace, serviceUserId, roleId, null);
        }
    }

    /** Let a security policy reach a service user by itself. */
    record AttachSecurityPolicy(
            String workspace,
            UUID serviceUserId,
            UUID policyId,
            @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {

        /** At any version. */
        public AttachSecurityPolicy(String workspace, UUID serviceUserId, UUID policyId) {
            this(workspace, serviceUserId, policyId, null);
        }
    }

    /** No longer let a security policy reach a service user by itself. */
    record DetachSecurityPolicy(
            String workspace,
            UUID serviceUserId,
            UUID policyId,
            @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {

        /** At any version. */
        public DetachSecurityPolicy(String workspace, UUID serviceUserId, UUID policyId) {
            this(workspace, serviceUserId, policyId, null);
        }
    }

    /** Refuse all keys of a service user until it is enabled. */
    record DisableServiceUser(
            String workspace, UUID serviceUserId, @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {}

    /** Let a disabled service user use its keys again. */
    record EnableServiceUser(
            String workspace, UUID serviceUserId, @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {}

    /** End a service user and its keys for good. */
    record DeleteServiceUser(
            String workspace, UUID serviceUserId, @Nullable ExpectedVersions expectedVersion)
            implements ServiceUserCommand {}

    /** What can be asked of a service user's keys. */
    sealed interface ApiKeyCommand extends ServiceUserCommand {

        String keyId();

        @Override
        default String requiredPermission() {
            return "api-keys:manage";
        }
    }

    /** Generate a key; its secret was made by whoever shows it, only its hash comes here. */
    record GenerateApiKey(
            String workspace,
            UUID serviceUserId,
            String keyId,
            String name,
            SecretHash secretHash,
            @Nullable Instant expiresAt)
            implements ApiKeyCommand {

        public GenerateApiKey {
            name = Fields.name("name", name);
        }
    }

    /** Give a key another secret; the old one may work for an overlap of 0 to 86,400 seconds. */
    record RegenerateSecret(
            String workspace,
            UUID serviceUserId,
            String keyId,
            SecretHash secretHash,
            long overlapSeconds,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiKeyCommand {

        /** The longest overlap, 24 hours. */
        public static final long LONGEST_OVERLAP = 86_400;

        public RegenerateSecret {
            if (overlapSeconds < 0 || overlapSeconds > LONGEST_OVERLAP) {
                throw Fields.invalid("overlapSeconds", "must be 0 to " + LONGEST_OVERLAP);
            }
        }

        public RegenerateSecret(
                String workspace,
                UUID serviceUserId,
                String keyId,
                SecretHash secretHash,
                long overlapSeconds) {
            this(workspace, serviceUserId, keyId, secretHash, overlapSeconds, null);
        }
    }

    /** Give a key another name. */
    record RenameApiKey(
            String workspace,
            UUID serviceUserId,
            String keyId,
            String name,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiKeyCommand {

        public RenameApiKey {
            name = Fields.name("name", name);
        }

        public RenameApiKey(String workspace, UUID serviceUserId, String keyId, String name) {
            this(workspace, serviceUserId, keyId, name, null);
        }
    }

    /** Refuse a key until it is enabled. */
    record DisableApiKey(
            String workspace,
            UUID serviceUserId,
            String keyId,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiKeyCommand {

        public DisableApiKey(String workspace, UUID serviceUserId, String keyId) {
            this(workspace, serviceUserId, keyId, null);
        }
    }

    /** Let a disabled key be used again. */
    record EnableApiKey(
            String workspace,
            UUID serviceUserId,
            String keyId,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiKeyCommand {

        public EnableApiKey(String workspace, UUID serviceUserId, String keyId) {
            this(workspace, serviceUserId, keyId, null);
        }
    }

    /** End a key for good; its place is free. */
    record DeleteApiKey(
            String workspace,
            UUID serviceUserId,
            String keyId,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiKeyCommand {

        public DeleteApiKey(String workspace, UUID serviceUserId, String keyId) {
            this(workspace, serviceUserId, keyId, null);
        }
    }
}
