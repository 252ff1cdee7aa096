package io.keyledger.query.api;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.TextSearch;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameters of a list of APIs as they were sent. */
record ApiQuery(
        @Parameter(
                        description =
                                "A text, in whatever case, in name, description or host names",
                        example = "catalog")
                @Nullable String q) {

    Conditions read() {
        return TextSearch.of(
                Filters.text("q", q),
                "a.name_key",
                "a.description",
                "array_to_string(a.hosts, ' ')");
    }
}
