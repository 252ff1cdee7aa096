package io.keyledger.console.health;

import io.keyledger.client.api.HealthReports.Report;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** How Keyledger is. It concerns all workspaces, whichever is looked at. */
@Controller
public class HealthController {

    @ModelAttribute("section")
    String section() {
        return "health";
    }

    @GetMapping("/{ws}/health")
    String show(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String paused,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Model model) {
        Report report = visitor.client().healthReports().get();
        model.addAttribute("report", report);
        model.addAttribute("readings", Readings.of(report));
        model.addAttribute("paused", paused != null);
        return "health" + ("health".equals(part) ? " :: report" : "");
    }
}
