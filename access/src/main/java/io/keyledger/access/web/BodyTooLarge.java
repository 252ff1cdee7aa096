package io.keyledger.access.web;

import java.io.IOException;

/** A request's body is larger than {@link BodyLimitFilter} lets through. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("the body is too large");
    }
}
