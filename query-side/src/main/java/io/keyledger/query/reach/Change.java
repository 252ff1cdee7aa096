package io.keyledger.query.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a group, policy or role would give instead of what it gives.
 *
 * @param before by which ways it gives now
 * @param after by which it would
 * @param others permissions that roles would hold, unless they stay
 */
record Change(
        Reaching reaching,
        UUID held,
        List<Way> before,
        List<Way> after,
        Map<UUID, List<String>> others) {

    /** Whether somebody has a role by what is changed. */
    boolean touches(Way way) {
        return held.equals(
                switch (reaching) {
                    case GROUP -> way.group();
                    case POLICY -> way.policy();
                    case ROLE -> way.role();
                });
    }

    /** What somebody would have who has these ways. */
    List<Way> in(List<Way> ways) {
        if (reaching == Reaching.ROLE) {
            return ways;
        }
        List<Way> all = new ArrayList<>(after);
        ways.stream().filter(way -> !touches(way)).forEach(all::add);
        return all;
    }

    /** The permissions of roles, as they would be. */
    Map<UUID, List<String>> in(Map<UUID, List<String>> permissions) {
        Map<UUID, List<String>> all = new HashMap<>(permissions);
        all.putAll(others);
        return all;
    }
}
