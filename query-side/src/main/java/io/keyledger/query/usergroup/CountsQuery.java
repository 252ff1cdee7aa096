package io.keyledger.query.usergroup;

import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Whether members of groups are counted, as it was sent. */
record CountsQuery(
        @Parameter(
                        description =
                                "false leaves out how many are in each, which takes the longer the"
                                        + " more there are; true if left out",
                        example = "true")
                @Nullable String counts) {

    boolean read() {
        return !"false".equals(Filters.oneOf("counts", counts, List.of("true", "false")));
    }
}
