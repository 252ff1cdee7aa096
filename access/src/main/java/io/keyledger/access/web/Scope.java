package io.keyledger.access.web;

/** In which workspace a caller must hold what a handler requires. */
public enum Scope {
    /**
     * In the workspace that the path names as {@code {ws}}. A path that names none is about all
     * that the caller may see, and asks for it in the caller's own.
     */
    PATH,
    /** In {@code system}. */
    SYSTEM,
    /** In the caller's own workspace. */
    OWN
}
