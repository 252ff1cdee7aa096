package io.keyledger.access.check;

import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;

/** An API caller's own key, on the request it came with. */
public record DirectCheck(PresentedKey key, Asked asked, Source source) implements CheckRequest {}
