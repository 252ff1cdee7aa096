package io.keyledger.shared.event;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events as UTF-8 JSON (RFC 8259): properties sorted, nulls written, instants as RFC 3339 in UTC.
 * Old revisions are brought to today's by upcasters before they are bound.
 */
public final class EventJson {

    private static final JsonMapper JSON =
            StoredJson.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private final Map<WireType, Upcaster> upcasters = new HashMap<>();

    /** Reads all revisions there ever were, and writes today's. */
    public EventJson() {
        this(List.of(new RoleDeletedOfOld()));
    }

    public EventJson(List<Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            this.upcasters.put(new WireType(upcaster.name(), upcaster.fromRevision()), upcaster);
        }
    }

    public byte[] write(DomainEvent event) {
        return JSON.writeValueAsBytes(event);
    }

    /**
     * Reads stored bytes.
     *
     * @throws UnreadableEvent if the name, the revision or the bytes are not known to this code
     */
    public DomainEvent read(WireType stored, byte[] payload) {
        Class<? extends DomainEvent> eventClass = EventCatalogue.classOf(stored.name());
        int today = EventCatalogue.typeOf(eventClass).revision();
        if (stored.revision() > today) {
            throw unreadable(stored, "is newer than this code, which knows revision " + today);
        }
        try {
            DomainEvent event =
                    stored.revision() == today
                            ? JSON.readValue(payload, eventClass)
                            : JSON.treeToValue(upcast(stored, today, payload), eventClass);
            if (event != null) {
                return event;
            }
        } catch (JacksonException _) {
            // said below, without what was found
        }
        throw unreadable(stored, "does not hold what its revision promises");
    }

    private ObjectNode upcast(WireType stored, int today, byte[] payload) {
        if (!(JSON.readTree(payload) instanceof ObjectNode json)) {
            throw unreadable(stored, "is not a JSON object");
        }
        for (int revision = stored.revision(); revision < today; revision++) {
            Upcaster upcaster = upcasters.get(new WireType(stored.name(), revision));
            if (upcaster == null) {
                throw unreadable(stored, "has no upcaster from revision " + revision);
            }
            json = upcaster.upcast(json);
        }
        return json;
    }

    private static UnreadableEvent unreadable(WireType stored, String why) {
        return new UnreadableEvent(stored.name() + " r" + stored.revision() + " " + why);
    }
}
