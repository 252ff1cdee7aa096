package io.keyledger.query.reach;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.query.paging.CountView;
import io.keyledger.shared.policy.ResourceScope;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an edit would take.
 *
 * @param serviceUsers that were looked at; not exact if it reaches more
 * @param people that were looked at; not exact if it reaches more
 */
record LossesView(CountView serviceUsers, CountView people, List<Loss> permissions) {

    LossesView {
        permissions = List.copyOf(permissions);
    }

    /**
     * A permission, as a role holds it, that what is edited would not give any more.
     *
     * @param resources the only ones that the policy grants it for; null for all
     * @param lost whom it is lost to in effect
     * @param kept who would have it by something else still
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Loss(String permission, @Nullable ResourceScope resources, Heads lost, Heads kept) {}

    /** How many of those that were looked at. */
    record Heads(long serviceUsers, long people) {}
}
