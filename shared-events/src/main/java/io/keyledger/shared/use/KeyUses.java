package io.keyledger.shared.use;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The uses of one batch in one workspace: what one journal record holds. A use points into its own
 * header only.
 */
public record KeyUses(KeyUsesHeader header, List<KeyUse> uses) {

    /** The name journal records are stored under. */
    public static final String TYPE = "access.KeyUsesRecorded";

    /** The revision they are written in. */
    public static final int REVISION = 2;

    public KeyUses {
        uses = List.copyOf(uses);
        for (KeyUse use : uses) {
            use.entities().forEach(index -> refuseUnlessIn(header.entities(), index));
            refuseUnlessIn(header.entities(), use.grantedBy());
            refuseUnlessIn(header.entities(), use.refusedBy());
            use.monitored().forEach(each -> refuseUnlessIn(header.entities(), each.policy()));
            refuseUnlessIn(header.entities(), use.route() == null ? null : use.route().api());
            refuseUnlessIn(header.personal(), use.address());
            refuseUnlessIn(header.personal(), use.userAgent());
        }
    }

    private static void refuseUnlessIn(List<?> list, @Nullable Integer index) {
        if (index != null && (index < 0 || index >= list.size())) {
            throw new IllegalArgumentException("a key use points beyond its header");
        }
    }
}
