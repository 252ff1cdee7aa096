package io.keyledger.console.edit;

/** Whose something is that at least one of two changed. */
enum Whose {
    THEIRS,
    MINE,
    /** Both, of what there is many of: what either did to it. */
    TOGETHER,
    /** Both, differently: one must be chosen. */
    CONTESTED
}
