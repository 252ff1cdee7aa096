package io.keyledger.console.bulk;

import io.keyledger.client.api.ServiceUsers;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Typed;
import io.keyledger.console.page.Unreadable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What is done to several service users.
 *
 * @param group that they are added to or removed from
 */
public record BulkStep(Action action, @Nullable UUID group) {

    /** What can be done to several. */
    public enum Action {
        DISABLE("disable", "Disable"),
        ENABLE("enable", "Enable"),
        ADD("add-to-group", "Add to a group"),
        REMOVE("remove-from-group", "Remove from a group");

        private final String parameter;
        private final String text;

        Action(String parameter, String text) {
            this.parameter = parameter;
            this.text = text;
        }

        public String parameter() {
            return parameter;
        }

        public String text() {
            return text;
        }

        /** Those that can be chosen: of groups that may not be seen none can. */
        public static List<Action> offered(Directory directory) {
            return Arrays.stream(values())
                    .filter(each -> !each.isAboutAGroup() || directory.groups().isSeen())
                    .toList();
        }

        boolean isAboutAGroup() {
            return this == ADD || this == REMOVE;
        }
    }

    /**
     * What a form says.
     *
     * @throws Unreadable if it says nothing that can be done
     */
    static BulkStep of(@Nullable String sent, @Nullable UUID group) {
        Action action =
                Arrays.stream(Action.values())
                        .filter(each -> each.parameter.equals(sent))
                        .findFirst()
                        .orElseThrow(() -> new Unreadable("Choose what to do"));
        if (action.isAboutAGroup() && group == null) {
            throw new Unreadable("Choose the group");
        }
        return new BulkStep(action, action.isAboutAGroup() ? group : null);
    }

    /** Whether it is so already. */
    boolean isSo(ServiceUser user) {
        return switch (action) {
            case DISABLE -> "disabled".equals(user.status());
            case ENABLE -> "enabled".equals(user.status());
            case ADD -> Typed.orNone(user.groups()).contains(theGroup());
            case REMOVE -> !Typed.orNone(user.groups()).contains(theGroup());
        };
    }

    /** The groups that the service user is in afterwards. */
    List<UUID> groupsAfter(ServiceUser user) {
        List<UUID> groups = new ArrayList<>(Typed.orNone(user.groups()));
        if (action == Action.ADD && !groups.contains(theGroup())) {
            groups.add(theGroup());
        }
        if (action == Action.REMOVE) {
            groups.remove(theGroup());
        }
        return groups;
    }

    void take(ServiceUsers users, String ws, UUID id) {
        switch (action) {
            case DISABLE -> users.disable(ws, id);
            case ENABLE -> users.enable(ws, id);
            case ADD -> users.assignGroup(ws, id, theGroup());
            case REMOVE -> users.unassignGroup(ws, id, theGroup());
        }
    }

    private UUID theGroup() {
        return Objects.requireNonNull(group);
    }
}
