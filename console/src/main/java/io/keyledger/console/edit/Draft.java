package io.keyledger.console.edit;

import io.keyledger.console.page.Unreadable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An edit that is not saved yet: what was typed, and into what. */
record Draft(Opened opened, ObjectNode typed) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What a form sent. A list that it did not show, and sent nothing of, is as it was opened: its
     * reader may not see what is in it, and takes nothing of it away.
     */
    static Draft of(String sent, Object form) {
        Opened opened = Opened.read(sent);
        ObjectNode typed = JSON.valueToTree(form);
        opened.fields().properties().stream()
                .filter(each -> each.getValue().isArray() && typed.path(each.getKey()).isNull())
                .forEach(each -> typed.set(each.getKey(), each.getValue()));
        return new Draft(opened, typed);
    }

    /** As a page that is no form carries it along. */
    static Draft carried(String opened, String typed) {
        return new Draft(Opened.read(opened), Opened.whole(typed, ObjectNode.class));
    }

    /**
     * The form.
     *
     * @throws Unreadable if it is none of that kind
     */
    <F> F form(Class<F> type) {
        try {
            return JSON.treeToValue(typed, type);
        } catch (JacksonException _) {
            throw new Unreadable("The form is not complete; open it anew");
        }
    }

    String text() {
        return JSON.writeValueAsString(typed);
    }
}
