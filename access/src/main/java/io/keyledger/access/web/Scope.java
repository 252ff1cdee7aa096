package io.keyledger.access.web;

/** In which workspace a caller must hold what a handler requires. */
public enum Scope {
    /**
     * In the workspace that the path names as {@code {ws}}. A path that names none is about all of
     * them, and asks for it in {@code system}.
     */
    PATH,
    /** In {@code system}. */
    SYSTEM,
    /** In the caller's own workspace. */
    OWN
}
