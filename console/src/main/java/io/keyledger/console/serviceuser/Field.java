package io.keyledger.console.serviceuser;

import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * A field of the form, as far as merging is concerned: a text, or a list that merges by itself.
 *
 * @param name by which a choice for it is sent
 */
sealed interface Field {

    String LABEL = "labels.";

    String name();

    String label();

    /** One that has one value; null where it is not there. */
    record Single(String name, String label, Function<Form, @Nullable String> value)
            implements Field {}

    /** One that has many, of which each is there or not. */
    record Many(String name, String label, Function<Form, List<UUID>> values) implements Field {}

    Single USERNAME = new Single("username", "Username", form -> Typed.text(form.username()));
    Single DESCRIPTION =
            new Single("description", "Description", form -> Typed.text(form.description()));
    Single OWNER = new Single("owner", "Owner", form -> Typed.text(form.owner()));
    Single EXPIRES = new Single("expires", "Expires", form -> Typed.text(form.expires()));
    Many GROUPS = new Many("groups", "Groups", Form::groupIds);
    Many ROLES = new Many("roles", "Roles", Form::roleIds);
    Many POLICIES = new Many("policies", "Policies", Form::policyIds);

    /** All of them, a label each as a field of its own. */
    static List<Field> of(Form... forms) {
        List<Field> fields = new ArrayList<>(List.of(USERNAME, DESCRIPTION, OWNER, EXPIRES));
        labels(forms).forEach(key -> fields.add(label(key)));
        fields.addAll(List.of(GROUPS, ROLES, POLICIES));
        return fields;
    }

    static Single label(String key) {
        return new Single(LABEL + key, "Label " + key, form -> form.labelMap().get(key));
    }

    static TreeSet<String> labels(Form... forms) {
        TreeSet<String> keys = new TreeSet<>();
        for (Form form : forms) {
            Map<String, String> labels = form.labelMap();
            keys.addAll(labels.keySet());
        }
        return keys;
    }
}
