package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Page;
import io.keyledger.console.ConsoleMount;
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
import org.springframework.web.util.UriComponentsBuilder;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The audit trail of a workspace, and one entry of it. */
@Controller
@RequestMapping("/{ws}/timeline")
public class TimelineController {

    /** The filters of the page, which are the API's, in its order. */
    private static final List<String> FILTERS =
            List.of(
                    "kind",
                    "decision",
                    "user",
                    "key",
                    "actor",
                    "type",
                    "address",
                    "q",
                    "from",
                    "to");

    private static final String PAGE_SIZE = "50";
    private static final String LIVE = "live";

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
        Map<String, String> filters = new TreeMap<>();
        FILTERS.forEach(name -> Typed.put(filters, name, sent.get(name)));
        model.addAttribute("filters", Map.copyOf(filters));
        model.addAttribute("live", sent.containsKey(LIVE));
        model.addAttribute("still", address(ws, filters));
        model.addAttribute("following", address(ws, with(filters, LIVE, "on")));
        Map<String, String> asked = with(filters, "limit", PAGE_SIZE);
        Typed.put(asked, "cursor", sent.get("cursor"));
        Page<Entry> page = visitor.client().audit().list(ws, asked);
        model.addAttribute(
                "older",
                page.nextCursor() == null
                        ? null
                        : address(ws, with(filters, "cursor", page.nextCursor())));
        model.addAttribute("sentences", Sentences.of(page.items(), names(visitor, ws)));
        if ("entries".equals(part)) {
            return "timeline :: entries";
        }
        model.addAttribute(
                "chart", Chart.of(visitor.client().audit().counts(ws, null, null, null)));
        return "timeline";
    }

    private static Map<String, String> with(
            Map<String, String> filters, String name, String value) {
        Map<String, String> more = new TreeMap<>(filters);
        more.put(name, value);
        return more;
    }

    /** Of this page with these parameters. */
    private static String address(String ws, Map<String, String> parameters) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(ConsoleMount.PATH).pathSegment(ws, "timeline");
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    @GetMapping("/{id}")
    String entry(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable String id,
            Model model) {
        Entry entry = visitor.client().audit().get(ws, id);
        Map<String, String> names = names(visitor, ws);
        model.addAttribute("entry", entry);
        model.addAttribute("sentence", Sentences.of(List.of(entry), names).getFirst());
        model.addAttribute("fields", Difference.of(entry, names));
        return "entry";
    }

    /** Whoever may read the trail alone sees ids. */
    private static Map<String, String> names(Visitor visitor, String ws) {
        boolean may =
                visitor.may("groups:view", ws)
                        && visitor.may("roles:view", ws)
                        && visitor.may("policies:view", ws);
        return may ? Directory.of(visitor.client(), ws).names() : Map.of();
    }
}
