package io.keyledger.command.api;

import io.keyledger.command.platform.Shell;
import io.keyledger.shared.event.ApiEvent;

import java.util.List;

/** The shell that holds an API's state between events. */
class Api extends Shell<ApiEvent, ApiState> {

    Api() {
        super(new ApiState.Absent());
    }

    Api(List<ApiEvent> events) {
        this();
        apply(events);
    }

    @Override
    protected String streamOf(ApiEvent event) {
        return event.apiId().toString();
    }

    @Override
    protected ApiState evolve(ApiState before, ApiEvent event) {
        return ApiDecider.evolve(before, event);
    }
}
