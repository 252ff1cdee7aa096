package io.keyledger.access.web;

import org.springframework.core.Ordered;

/** In which order filters see a request. */
final class FilterOrder {

    static final int CORRELATION = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Before whoever refuses requests: it reads what was not needed of their bodies. */
    static final int BODY = CORRELATION + 1;

    static final int URL = CORRELATION + 2;
    static final int TOKEN = CORRELATION + 3;

    private FilterOrder() {}
}
