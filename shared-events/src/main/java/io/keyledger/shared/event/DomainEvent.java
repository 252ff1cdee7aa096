package io.keyledger.shared.event;

/** Something that was decided and is now so. Carries what changed and nothing secret. */
public sealed interface DomainEvent
        permits WorkspaceEvent,
                RoleEvent,
                UserGroupEvent,
                SecurityPolicyEvent,
                ApiEvent,
                ServiceUserEvent,
                PersonEvent {}
