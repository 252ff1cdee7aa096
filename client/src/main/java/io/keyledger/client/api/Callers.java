package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

import java.util.List;

/** Who is calling. */
@HttpExchange("/api/v1/caller")
public interface Callers {

    /**
     * The service user whose key is shown, or the person whose token.
     *
     * @param workspace its own, or the first of a person's; permissions of {@code system} hold in
     *     all
     * @param permissions what it may do there now, as its roles hold it: {@code catalog:*} is one
     * @param memberships the same of each workspace that it belongs to
     */
    record Caller(
            String workspace,
            @Nullable Named serviceUser,
            @Nullable Named person,
            @Nullable String keyId,
            List<String> permissions,
            List<Membership> memberships) {

        /** The service user or the person. */
        public @Nullable Named who() {
            return serviceUser == null ? person : serviceUser;
        }

        /** The service user's username, or the person's name. */
        public String name() {
            Named who = who();
            return who == null || who.name() == null ? "" : who.name();
        }
    }

    /** What a caller holds in one workspace. */
    record Membership(String workspace, List<String> permissions) {}

    @GetExchange
    Caller get();
}
