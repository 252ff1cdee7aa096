package io.keyledger.command.web;

/** A body that shows a secret, once. */
interface HoldsSecret {

    /** What may be kept, and shown again. */
    Object withoutSecret();
}
