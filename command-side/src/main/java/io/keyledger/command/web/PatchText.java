package io.keyledger.command.web;

import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Patch;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** A text of an edit that null clears and that stays when it is left out. */
final class PatchText {

    private PatchText() {}

    static Patch<String> of(String field, @Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return Patch.unchanged();
        }
        if (value.isNull()) {
            return Patch.to(null);
        }
        if (!value.isString()) {
            throw Fields.invalid(field, "must be a text or null");
        }
        return Patch.to(value.stringValue());
    }
}
