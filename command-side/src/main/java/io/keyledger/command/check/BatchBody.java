package io.keyledger.command.check;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Rejected;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Many checks of one caller, at most {@value #MOST}. */
record BatchBody(@Nullable List<@Nullable CheckBody> checks) {

    static final int MOST = 1_000;

    /**
     * The checks, in their order.
     *
     * @throws Rejected naming the field that cannot be asked
     */
    List<BehalfCheck> of(PresentedKey caller, Source callerSource) {
        if (checks == null || checks.isEmpty() || checks.size() > MOST) {
            throw Fields.invalid("checks", "must be from 1 to " + MOST);
        }
        List<BehalfCheck> all = new ArrayList<>(checks.size());
        for (CheckBody check : checks) {
            all.add(one(caller, callerSource, check, all.size()));
        }
        return all;
    }

    private static BehalfCheck one(
            PresentedKey caller, Source callerSource, @Nullable CheckBody check, int index) {
        if (check == null) {
            throw Fields.invalid(place(index), "must be a check");
        }
        try {
            return check.of(caller, callerSource);
        } catch (Rejected unusable) {
            throw new Rejected(
                    unusable.code(),
                    place(index) + ": " + unusable.getMessage(),
                    place(index) + "." + unusable.field());
        }
    }

    private static String place(int index) {
        return "checks[" + index + "]";
    }
}
