package io.keyledger.query.keyuse;

import io.keyledger.query.bundle.Layout;
import io.keyledger.query.history.Column;

import java.util.List;
import java.util.function.UnaryOperator;

/** Keys of a workspace share rows. */
final class UsageLayout {

    static final String BUNDLES = "key_use_bundle_v1";
    static final String SIZES = "key_use_size_v1";

    private UsageLayout() {}

    static Layout<String, Usage> in(UnaryOperator<String> qualified) {
        return new Layout<>(
                qualified.apply(BUNDLES),
                qualified.apply(SIZES),
                List.of(new Column<String>("workspace", "text", workspace -> workspace)),
                row -> row.getString("workspace"),
                new UsageValues());
    }
}
