package io.keyledger.shared.use;

import java.util.List;

/** The uses of one batch in one workspace: what one journal record holds. */
public record KeyUses(KeyUsesHeader header, List<KeyUse> uses) {

    /** The name journal records are stored under. */
    public static final String TYPE = "access.KeyUsesRecorded";

    /** The revision they are written in. */
    public static final int REVISION = 1;

    public KeyUses {
        uses = List.copyOf(uses);
    }
}
