package io.keyledger.shared.event;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which event class is stored under which name, and in which revision it is written today. */
public final class EventCatalogue {

    private static final Map<Class<? extends DomainEvent>, WireType> TYPES = new LinkedHashMap<>();
    private static final Map<String, Class<? extends DomainEvent>> CLASSES = new LinkedHashMap<>();

    static {
        add("workspace.WorkspaceCreated", 1, WorkspaceEvent.WorkspaceCreated.class);
        add("workspace.WorkspaceRenamed", 1, WorkspaceEvent.WorkspaceRenamed.class);
        add("workspace.PersonalValuesErased", 1, WorkspaceEvent.PersonalValuesErased.class);
        add("role.RoleCreated", 1, RoleEvent.RoleCreated.class);
        add("role.RoleDetailsChanged", 1, RoleEvent.RoleDetailsChanged.class);
        add("role.RolePermissionsChanged", 1, RoleEvent.RolePermissionsChanged.class);
        add("role.RoleDeleted", 2, RoleEvent.RoleDeleted.class);
        add("user-group.UserGroupCreated", 1, UserGroupEvent.UserGroupCreated.class);
        add("user-group.UserGroupDetailsChanged", 1, UserGroupEvent.UserGroupDetailsChanged.class);
        add("user-group.RoleAssignedToGroup", 1, UserGroupEvent.RoleAssignedToGroup.class);
        add("user-group.RoleUnassignedFromGroup", 1, UserGroupEvent.RoleUnassignedFromGroup.class);
        add("user-group.UserGroupDeleted", 1, UserGroupEvent.UserGroupDeleted.class);
        add("service-user.ServiceUserCreated", 1, ServiceUserEvent.ServiceUserCreated.class);
        add(
                "service-user.ServiceUserDetailsChanged",
                1,
                ServiceUserEvent.ServiceUserDetailsChanged.class);
        add("service-user.GroupAssigned", 1, ServiceUserEvent.GroupAssigned.class);
        add("service-user.GroupUnassigned", 1, ServiceUserEvent.GroupUnassigned.class);
        add("service-user.RoleAssigned", 1, ServiceUserEvent.RoleAssigned.class);
        add("service-user.RoleUnassigned", 1, ServiceUserEvent.RoleUnassigned.class);
        add("service-user.ServiceUserDisabled", 1, ServiceUserEvent.ServiceUserDisabled.class);
        add("service-user.ServiceUserEnabled", 1, ServiceUserEvent.ServiceUserEnabled.class);
        add("service-user.ServiceUserDeleted", 1, ServiceUserEvent.ServiceUserDeleted.class);
        add("service-user.ApiKeyGenerated", 1, ServiceUserEvent.ApiKeyGenerated.class);
        add("service-user.SecretRegenerated", 1, ServiceUserEvent.SecretRegenerated.class);
        add("service-user.ApiKeyRenamed", 1, ServiceUserEvent.ApiKeyRenamed.class);
        add("service-user.ApiKeyDisabled", 1, ServiceUserEvent.ApiKeyDisabled.class);
        add("service-user.ApiKeyEnabled", 1, ServiceUserEvent.ApiKeyEnabled.class);
        add("service-user.ApiKeyDeleted", 1, ServiceUserEvent.ApiKeyDeleted.class);
        add(
                "security-policy.SecurityPolicyCreated",
                1,
                SecurityPolicyEvent.SecurityPolicyCreated.class);
        add(
                "security-policy.SecurityPolicyDetailsChanged",
                1,
                SecurityPolicyEvent.SecurityPolicyDetailsChanged.class);
        add(
                "security-policy.SecurityPolicyGrantsChanged",
                1,
                SecurityPolicyEvent.SecurityPolicyGrantsChanged.class);
        add(
                "security-policy.SecurityPolicyGuardsChanged",
                1,
                SecurityPolicyEvent.SecurityPolicyGuardsChanged.class);
        add(
                "security-policy.SecurityPolicyEnabled",
                1,
                SecurityPolicyEvent.SecurityPolicyEnabled.class);
        add(
                "security-policy.SecurityPolicyMonitored",
                1,
                SecurityPolicyEvent.SecurityPolicyMonitored.class);
        add(
                "security-policy.SecurityPolicyDisabled",
                1,
                SecurityPolicyEvent.SecurityPolicyDisabled.class);
        add(
                "security-policy.SecurityPolicyDeleted",
                1,
                SecurityPolicyEvent.SecurityPolicyDeleted.class);
        add("api.ApiCreated", 1, ApiEvent.ApiCreated.class);
        add("api.ApiDetailsChanged", 1, ApiEvent.ApiDetailsChanged.class);
        add("api.ApiRouteAdded", 1, ApiEvent.ApiRouteAdded.class);
        add("api.ApiRouteChanged", 1, ApiEvent.ApiRouteChanged.class);
        add("api.ApiRouteRemoved", 1, ApiEvent.ApiRouteRemoved.class);
        add("api.ApiDeleted", 1, ApiEvent.ApiDeleted.class);
        add(
                "service-user.SecurityPolicyAttached",
                1,
                ServiceUserEvent.SecurityPolicyAttached.class);
        add(
                "service-user.SecurityPolicyDetached",
                1,
                ServiceUserEvent.SecurityPolicyDetached.class);
        add(
                "user-group.SecurityPolicyAttachedToGroup",
                1,
                UserGroupEvent.SecurityPolicyAttachedToGroup.class);
        add(
                "user-group.SecurityPolicyDetachedFromGroup",
                1,
                UserGroupEvent.SecurityPolicyDetachedFromGroup.class);
        add("person.PersonRegistered", 1, PersonEvent.PersonRegistered.class);
        add("person.PersonSignedIn", 1, PersonEvent.PersonSignedIn.class);
        add("person.PersonGroupAssigned", 1, PersonEvent.PersonGroupAssigned.class);
        add("person.PersonGroupUnassigned", 1, PersonEvent.PersonGroupUnassigned.class);
        add("person.PersonDisabled", 1, PersonEvent.PersonDisabled.class);
        add("person.PersonEnabled", 1, PersonEvent.PersonEnabled.class);
    }

    private EventCatalogue() {}

    /**
     * The name and revision of an event class.
     *
     * @throws IllegalArgumentException if the class is not in the catalogue
     */
    public static WireType typeOf(Class<?> eventClass) {
        WireType type = TYPES.get(eventClass);
        if (type == null) {
            throw new IllegalArgumentException(eventClass.getSimpleName() + " is not an event");
        }
        return type;
    }

    /**
     * The event class of a stored name.
     *
     * @throws UnreadableEvent if no event has that name
     */
    public static Class<? extends DomainEvent> classOf(String wireName) {
        Class<? extends DomainEvent> eventClass = CLASSES.get(wireName);
        if (eventClass == null) {
            throw new UnreadableEvent("no event is named " + wireName);
        }
        return eventClass;
    }

    public static Collection<WireType> types() {
        return Collections.unmodifiableCollection(TYPES.values());
    }

    private static void add(String name, int revision, Class<? extends DomainEvent> eventClass) {
        WireType type = new WireType(name, revision);
        TYPES.put(eventClass, type);
        CLASSES.put(type.name(), eventClass);
    }
}
