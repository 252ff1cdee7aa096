package io.keyledger.console.edit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What comes of a change, besides that its fields are others.
 *
 * @param permissions that come and go with it; null if it is about none
 * @param felt sentences that tell who feels it
 */
public record Effect(@Nullable Compared permissions, List<String> felt) {

    public Effect {
        felt = List.copyOf(felt);
    }
}
