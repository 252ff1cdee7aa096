package io.keyledger.console.catalogue;

import io.keyledger.client.api.Apis.Api;
import io.keyledger.client.api.Apis.ApiBody;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

/**
 * The fields of an API.
 *
 * @param hosts one a line
 */
record ApiForm(@Nullable String name, @Nullable String description, @Nullable String hosts) {

    static final ApiForm EMPTY = new ApiForm("", "", "");

    static ApiForm of(Api api) {
        return new ApiForm(api.name(), api.description(), Typed.lines(api.hosts()));
    }

    ApiBody body() {
        return new ApiBody(Typed.text(name), Typed.text(description), Typed.lines(hosts));
    }
}
