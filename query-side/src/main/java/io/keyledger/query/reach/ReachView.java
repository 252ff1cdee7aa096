package io.keyledger.query.reach;

import io.keyledger.query.paging.CountView;

import java.util.List;

/**
 * Whom something reaches.
 *
 * @param serviceUsers that are enabled and have not expired
 * @param keys of these that can be used; no more are counted than those of as many service users
 * @param people that are not disabled; they have no keys
 * @param firstServiceUsers some of these, by name
 * @param firstPeople some of these, by name
 */
record ReachView(
        CountView serviceUsers,
        CountView keys,
        CountView people,
        List<Someone> firstServiceUsers,
        List<Someone> firstPeople) {

    ReachView {
        firstServiceUsers = List.copyOf(firstServiceUsers);
        firstPeople = List.copyOf(firstPeople);
    }
}
