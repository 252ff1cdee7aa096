package io.keyledger.console.timeline;

import io.keyledger.console.export.Desk;
import io.keyledger.console.export.Wanted;
import io.keyledger.console.page.Moment;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** All that a timeline's filters let pass, as a table to take away. */
@Controller
public class ExportController {

    /**
     * How long an export waits for a next row. Filters that let nothing pass for long have whoever
     * reads the trail look through much of it.
     */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final Desk desk;

    ExportController(Desk desk) {
        this.desk = desk;
    }

    /**
     * @param stood the trail as it stood then, which is one of the filters
     */
    @PostMapping("/{ws}/timeline.csv")
    @Nullable String take(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam Map<String, String> sent,
            Moment stood,
            HttpServletRequest request,
            HttpServletResponse response) {
        Looked looked = Looked.of(ws, sent);
        Wanted wanted =
                new Wanted(
                        ws,
                        "Timeline",
                        looked.named(),
                        "audit-" + ws + ".csv",
                        Set.of("audit:view"),
                        looked.page(),
                        looked.table());
        return desk.take(
                visitor,
                wanted,
                new Trail(visitor.client().auditTables(SILENCE), looked),
                request,
                response);
    }
}
