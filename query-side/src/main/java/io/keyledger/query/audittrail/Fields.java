package io.keyledger.query.audittrail;

import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.ServiceUserDetails;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Values by the names they have in the API. */
final class Fields {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, @Nullable Object> values = new TreeMap<>();

    static Fields of(String name, @Nullable Object value) {
        return new Fields().with(name, value);
    }

    static Fields of(NameAndDescription details) {
        return of("name", details.name()).with("description", details.description());
    }

    static Fields of(ServiceUserDetails details) {
        return of("username", details.username())
                .with("description", details.description())
                .with("owner", details.owner())
                .with("labels", details.labels())
                .with("expiresAt", text(details.expiresAt()));
    }

    Fields with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** Without the fields that are the same in the other. */
    Fields butFor(Fields other) {
        Fields different = new Fields();
        values.forEach(
                (name, value) -> {
                    if (!Objects.equals(value, other.values.get(name))) {
                        different.with(name, value);
                    }
                });
        return different;
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    String json() {
        return JSON.writeValueAsString(values);
    }
}
