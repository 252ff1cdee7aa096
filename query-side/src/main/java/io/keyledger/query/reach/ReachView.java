package io.keyledger.query.reach;

import io.keyledger.query.paging.CountView;

/**
 * Whom something reaches.
 *
 * @param serviceUsers that are enabled and have not expired
 * @param keys of these that can be used; no more are counted than those of as many service users
 */
record ReachView(CountView serviceUsers, CountView keys) {

    static ReachView of(long serviceUsers, long keys) {
        CountView users = CountView.of(serviceUsers);
        return new ReachView(users, new CountView(keys, users.exact()));
    }
}
