package io.keyledger.access.check;

import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;

/**
 * A gateway asks about a key that was shown to it. The caller needs {@code checks:perform} in the
 * target key's workspace or in {@code system}.
 *
 * @param callerSource where the gateway's request came from; recorded only when the caller is
 *     refused
 * @param source where the target key was shown, as the gateway says
 */
public record BehalfCheck(
        PresentedKey caller, Source callerSource, PresentedKey target, Asked asked, Source source)
        implements CheckRequest {}
