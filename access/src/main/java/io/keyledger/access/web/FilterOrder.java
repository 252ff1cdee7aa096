package io.keyledger.access.web;

import org.springframework.core.Ordered;

/** In which order filters see a request. */
public final class FilterOrder {

    static final int CORRELATION = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Whoever goes by the path as it was sent, readable or not. */
    public static final int RAW_PATH = CORRELATION + 1;

    static final int URL = CORRELATION + 2;
    static final int BODY = CORRELATION + 3;

    /** Whoever reads a body, of which there is not too much. */
    public static final int LIMITED_BODY = CORRELATION + 4;

    private FilterOrder() {}
}
