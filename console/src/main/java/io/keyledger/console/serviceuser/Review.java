package io.keyledger.console.serviceuser;

import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What saving a form would change, compared with what is there now.
 *
 * @param permissions that come and go with it, as roles hold them
 */
record Review(List<Line> lines, Compared permissions) {

    /** A field as it is, and as it would be; for a list what is taken away and what is added. */
    record Line(String field, @Nullable String before, @Nullable String after) {}

    static Review of(ServiceUser user, Form form, Directory directory) {
        Form now = Form.of(user);
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> change : form.changesOf(user).entrySet()) {
            switch (change.getKey()) {
                case "username" -> lines.add(new Line("Username", now.username(), form.username()));
                case "description" ->
                        lines.add(new Line("Description", now.description(), form.description()));
                case "owner" -> lines.add(new Line("Owner", now.owner(), form.owner()));
                case "labels" -> lines.add(new Line("Labels", now.labels(), form.labels()));
                case "expiresAt" -> lines.add(new Line("Expires", now.expires(), form.expires()));
                case "groups" ->
                        lines.add(links("Groups", now.groupIds(), form.groupIds(), directory));
                case "roles" -> lines.add(links("Roles", now.roleIds(), form.roleIds(), directory));
                default ->
                        lines.add(links("Policies", now.policyIds(), form.policyIds(), directory));
            }
        }
        return new Review(
                lines, Compared.of(permissions(now, directory), permissions(form, directory)));
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    private static Set<String> permissions(Form form, Directory directory) {
        return directory.permissions(form.groupIds(), form.roleIds(), form.policyIds());
    }

    private static Line links(
            String field, List<UUID> before, List<UUID> after, Directory directory) {
        Map<String, String> names = directory.names();
        BiFunction<List<UUID>, List<UUID>, @Nullable String> without =
                (some, others) -> {
                    List<String> left =
                            some.stream()
                                    .filter(id -> !others.contains(id))
                                    .map(id -> names.getOrDefault(id.toString(), id.toString()))
                                    .sorted()
                                    .toList();
                    return left.isEmpty() ? null : String.join(", ", left);
                };
        return new Line(field, without.apply(before, after), without.apply(after, before));
    }
}
