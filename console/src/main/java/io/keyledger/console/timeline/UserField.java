package io.keyledger.console.timeline;

import io.keyledger.client.api.ServiceUsers.ServiceUser;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The field for a service user, which people name; addresses have its id.
 *
 * @param text what is in it
 * @param fault why nobody can be meant by that, as a sentence; null if somebody is, or all are
 * @param choices who may be meant
 */
record UserField(String text, @Nullable String fault, List<Choice> choices) {

    /**
     * One of those of a name.
     *
     * @param page the timeline of it
     */
    record Choice(ServiceUser user, String page) {}

    static UserField of(String name) {
        return new UserField(name, null, List.of());
    }

    /** Of a name that none has, or more than one. */
    static UserField refused(String name, List<ServiceUser> called, ByName names, Looked looked) {
        return new UserField(
                name,
                fault(called, names),
                called.stream()
                        .map(
                                each ->
                                        new Choice(
                                                each,
                                                looked.with(Looked.USER, each.id().toString())))
                        .toList());
    }

    private static String fault(List<ServiceUser> called, ByName names) {
        if (!called.isEmpty()) {
            return "More than one is or was called that. Choose whose entries to look at:";
        }
        return names.isAllowed()
                ? "No service user is or was called that. Give a whole name as it is now, or as it"
                        + " was last, or an id."
                : "You may not look service users up by name: that takes service-users:view. Give"
                        + " an id.";
    }
}
