package io.keyledger.access.problem;

import io.keyledger.access.request.BodyLimitFilter;

import java.io.IOException;

/** A request's body is larger than {@link BodyLimitFilter} lets through. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge() {
        super("the body is too large");
    }
}
