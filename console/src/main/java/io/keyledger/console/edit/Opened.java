package io.keyledger.console.edit;

import io.keyledger.console.page.Unreadable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as it was before anything was typed, which it carries along: what an edit of somebody else
 * is merged with.
 *
 * @param version what its fields were read from
 */
public record Opened(long version, ObjectNode fields) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Opened of(long version, Object form) {
        return new Opened(version, JSON.valueToTree(form));
    }

    /**
     * As it came along.
     *
     * @throws Unreadable if it did not
     */
    static Opened read(String sent) {
        return whole(sent, Opened.class);
    }

    /** As it goes along. */
    public String text() {
        return JSON.writeValueAsString(this);
    }

    static <R> R whole(String sent, Class<R> type) {
        try {
            R read = JSON.readValue(sent, type);
            if (read != null && !(read instanceof Opened opened && opened.fields == null)) {
                return read;
            }
        } catch (JacksonException _) {
            // said below, as when there is none
        }
        throw new Unreadable("The form is not complete; open it anew");
    }
}
