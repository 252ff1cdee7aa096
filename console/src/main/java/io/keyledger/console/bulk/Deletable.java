package io.keyledger.console.bulk;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.console.page.Unreadable;

import java.util.Arrays;
import java.util.UUID;

/** What several of are deleted at once. */
enum Deletable {
    GROUPS("groups", "group", "groups"),
    ROLES("roles", "role", "roles"),
    POLICIES("policies", "policy", "policies");

    private final String section;
    private final String one;
    private final String many;

    Deletable(String section, String one, String many) {
        this.section = section;
        this.one = one;
        this.many = many;
    }

    /** One that was chosen, as it is now. */
    record Doomed(UUID id, String name, String description, long version, boolean builtIn) {

        /** To choose it again, at the version that is looked at. */
        public String chosen() {
            return new Chosen(id, version).text();
        }
    }

    /** By what addresses call it. */
    static Deletable of(String section) {
        return Arrays.stream(values())
                .filter(each -> each.section.equals(section))
                .findFirst()
                .orElseThrow(() -> new Unreadable("This is not deleted several at once"));
    }

    String section() {
        return section;
    }

    /** Such as {@code 1 group} or {@code 3 groups}: what is typed to delete so many. */
    String counted(int number) {
        return number + " " + (number == 1 ? one : many);
    }

    Doomed find(KeyledgerClient client, String ws, UUID id) {
        return switch (this) {
            case GROUPS -> {
                Group it = client.groups().get(ws, id);
                yield new Doomed(id, it.name(), it.description(), it.version(), it.builtIn());
            }
            case ROLES -> {
                Role it = client.roles().get(ws, id);
                yield new Doomed(id, it.name(), it.description(), it.version(), it.builtIn());
            }
            case POLICIES -> {
                Policy it = client.policies().get(ws, id);
                yield new Doomed(id, it.name(), it.description(), it.version(), it.builtIn());
            }
        };
    }

    void delete(KeyledgerClient client, String ws, UUID id) {
        switch (this) {
            case GROUPS -> client.groups().delete(ws, id);
            case ROLES -> client.roles().delete(ws, id);
            case POLICIES -> client.policies().delete(ws, id);
        }
    }
}
