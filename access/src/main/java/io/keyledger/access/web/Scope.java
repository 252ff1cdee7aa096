package io.keyledger.access.web;

/** In which workspace a caller must hold what a handler requires. */
public enum Scope {
    /** In the workspace that the path names as {@code {ws}}. */
    PATH,
    /** In {@code system}. */
    SYSTEM,
    /** In the caller's own workspace. */
    OWN
}
