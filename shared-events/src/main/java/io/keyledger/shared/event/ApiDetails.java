package io.keyledger.shared.event;

import java.util.List;

/**
 * What tells an API from others.
 *
 * @param hosts host names in lower case, without ports, sorted
 */
public record ApiDetails(String name, String description, List<String> hosts) {

    public ApiDetails {
        hosts = List.copyOf(hosts);
    }
}
