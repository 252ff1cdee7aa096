package io.keyledger.client.api;

import java.util.UUID;

/** Something by its id and its name. */
public record Named(UUID id, String name) {}
