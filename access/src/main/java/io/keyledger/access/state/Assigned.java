package io.keyledger.access.state;

import java.util.List;
import java.util.UUID;

/** Somebody with groups, and perhaps roles and policies of its own. */
interface Assigned {

    List<UUID> groups();

    List<UUID> roles();

    List<UUID> policies();
}
