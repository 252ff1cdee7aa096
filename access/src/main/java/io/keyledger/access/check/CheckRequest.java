package io.keyledger.access.check;

import io.keyledger.access.source.Source;

/** A question about one key, on one source's behalf. */
public sealed interface CheckRequest permits DirectCheck, BehalfCheck {

    Asked asked();

    Source source();
}
