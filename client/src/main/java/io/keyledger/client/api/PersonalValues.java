package io.keyledger.client.api;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.util.List;

/** Personal values of a workspace's records. */
@HttpExchange("/api/v1/workspaces/{ws}")
public interface PersonalValues {

    /**
     * A value as the audit trail shows it.
     *
     * @param kind {@code address}, {@code user-agent}, {@code reason} or {@code person-name}
     */
    record Value(String kind, String value) {}

    /** What to erase, 1 to 100 values. */
    record Erasure(List<Value> values) {}

    /** How many were there. */
    record Erased(int erasedCount) {}

    /** Erases values from all records of the workspace, for ever. */
    @PostExchange("/personal-values:erase")
    Erased erase(@PathVariable String ws, @RequestBody Erasure erasure);
}
