package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit;
import io.keyledger.client.api.Audit.Counts;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Page;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The audit trail of a workspace. */
@Controller
@RequestMapping("/{ws}/timeline")
public class TimelineController {

    private static final String PAGE_SIZE = "50";

    @ModelAttribute("section")
    String section() {
        return "timeline";
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Model model) {
        Looked looked = Looked.of(ws, sent);
        model.addAttribute("looked", looked);
        model.addAttribute("filters", looked.filters());
        Map<String, String> asked = new TreeMap<>(looked.filters());
        asked.put("limit", PAGE_SIZE);
        Typed.put(asked, "cursor", sent.get("cursor"));
        Page<Entry> page = visitor.client().audit().list(ws, asked);
        model.addAttribute(
                "older",
                page.nextCursor() == null ? null : looked.with("cursor", page.nextCursor()));
        Map<String, String> names = Directory.of(visitor, ws).names();
        model.addAttribute("sentences", Sentences.of(page.items(), names));
        if ("entries".equals(part)) {
            return "timeline :: entries";
        }
        String user = looked.filters().get(Looked.USER);
        String username = ByName.of(visitor, ws).of(user);
        Typed.put(names, Typed.text(user), username);
        model.addAttribute("user", UserField.of(username));
        model.addAttribute("chips", looked.chips(names));
        draw(visitor.client().audit(), ws, looked, model);
        return "timeline";
    }

    /** Bars of days; within two days only the hours are known that have entries. */
    private static void draw(Audit audit, String ws, Looked looked, Model model) {
        Zoom zoom = Zoom.of(looked.filters());
        model.addAttribute("zoom", zoom);
        if (zoom.isByHours()) {
            model.addAttribute(
                    "strip",
                    HourStrip.of(
                            audit.hours(ws, zoom.begin(), zoom.end()),
                            looked.filters().get("kind"),
                            looked::between));
            return;
        }
        Shown shown = Shown.by(looked.filters());
        model.addAttribute("uncounted", shown.uncounted());
        Counts counts = audit.counts(ws, counted(looked.filters(), zoom));
        model.addAttribute("reasons", reasons(counts));
        model.addAttribute("chart", Chart.of(shown.of(counts), looked::between));
    }

    /** Those that something was refused for on these days. */
    private static Set<String> reasons(Counts counts) {
        Set<String> reasons = new TreeSet<>();
        counts.items().forEach(day -> reasons.addAll(day.deniedByReason().keySet()));
        return reasons;
    }

    private static Map<String, String> counted(Map<String, String> filters, Zoom zoom) {
        Map<String, String> asked = new TreeMap<>();
        Typed.put(asked, "user", filters.get("user"));
        Typed.put(asked, "key", filters.get("key"));
        if (!zoom.isWhole()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            asked.put("from", zoom.firstDay(today).toString());
            asked.put("to", zoom.lastDay(today).toString());
        }
        return asked;
    }
}
