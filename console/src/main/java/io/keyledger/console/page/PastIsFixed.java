package io.keyledger.console.page;

/** A moment was named where only what is so now is shown or changed. */
public final class PastIsFixed extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
