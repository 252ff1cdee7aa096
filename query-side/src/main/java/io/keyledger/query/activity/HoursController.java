package io.keyledger.query.activity;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** In which hours anything happened. Uses are counted by day alone: an hour's would be dear. */
@RestController
@Tag(name = "Audit trail")
class HoursController {

    private final Hours hours;

    HoursController(Hours hours) {
        this.hours = hours;
    }

    /** The hours asked for, and those of them in which anything happened. */
    record Active(Instant firstHour, Instant end, List<ActiveHour> items) {}

    @GetMapping("/api/v1/workspaces/{ws}/audit/hours")
    @Requires("audit:view")
    @ReadsView({"audit-trail", "use-trail"})
    @Operation(summary = "Hours, in UTC, in which there are entries in a workspace's trail")
    Active get(@PathVariable String ws, @ParameterObject HourQuery query) {
        HourQuery.Hours asked = query.read(hours.now());
        return new Active(asked.first(), asked.end(), hours.active(ws, asked));
    }
}
