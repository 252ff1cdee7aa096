package io.keyledger.client.api;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

import java.util.List;

/** Who is calling. */
@HttpExchange("/api/v1/caller")
public interface Callers {

    /**
     * The service user whose key is shown.
     *
     * @param workspace its own; permissions of {@code system} hold in all
     * @param permissions what it may do now, as its roles hold it: {@code catalog:*} is one
     */
    record Caller(String workspace, Named serviceUser, String keyId, List<String> permissions) {}

    @GetExchange
    Caller get();
}
