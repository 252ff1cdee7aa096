package io.keyledger.command.check;

import io.keyledger.access.check.SaidResource;
import io.keyledger.command.rule.Fields;
import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What a key is used on, as the caller of a check says; its limits are those of all who say it. */
record CheckedResource(
        @Nullable String type, @Nullable String id, @Nullable Map<String, String> attributes) {

    Resource checked() {
        try {
            return new SaidResource(type, id, attributes).checked();
        } catch (SaidResource.Wrong wrong) {
            throw Fields.invalid(wrong.field(), wrong.rule());
        }
    }
}
