package io.keyledger.console.serviceuser;

import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Permissions;
import io.keyledger.client.api.Permissions.Effective;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;
import io.keyledger.console.timeline.Chart;
import io.keyledger.console.timeline.Looked;
import io.keyledger.console.timeline.Sentences;

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

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The list of service users, and the pages of each. */
@Controller
@RequestMapping("/{ws}/service-users")
public class ServiceUserController {

    private static final String PAGE_SIZE = "50";

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Model model) {
        Map<String, String> filters = new TreeMap<>(Map.of("limit", PAGE_SIZE));
        Typed.put(filters, "q", q);
        Typed.put(filters, "status", status);
        Typed.put(filters, "group", group);
        Typed.put(filters, "policy", policy);
        model.addAttribute("unfiltered", filters.size() == 1);
        Typed.put(filters, "cursor", cursor);
        Page<ServiceUser> page = visitor.client().serviceUsers().list(ws, filters);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items().stream().map(Row::of).toList());
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("group", group);
        model.addAttribute("policy", policy);
        model.addAttribute("directory", Directory.of(visitor.client(), ws));
        model.addAttribute("mayManage", visitor.may("service-users:manage", ws));
        return "service-users" + ("found".equals(part) ? " :: found" : "");
    }

    @GetMapping("/{id}")
    String details(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Model model) {
        ServiceUser user = show(visitor, ws, id, "details", model);
        model.addAttribute("directory", Directory.of(visitor.client(), ws));
        model.addAttribute("places", KeyPlaces.of(user));
        return "service-user";
    }

    @GetMapping("/{id}/permissions")
    String permissions(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String compare,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        show(visitor, ws, id, "permissions", model);
        Moment moment = Moment.of(at);
        Moment later = Moment.of(until);
        Permissions permissions = visitor.client().permissions();
        Effective effective = permissions.ofServiceUser(ws, id, moment.at());
        model.addAttribute("moment", moment);
        model.addAttribute("later", later);
        model.addAttribute("effective", effective);
        if (moment.isPast() && !compare.isEmpty()) {
            model.addAttribute(
                    "compared",
                    Compared.of(effective, permissions.ofServiceUser(ws, id, later.at())));
        }
        return "service-user";
    }

    @GetMapping("/{id}/activity")
    String activity(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        show(visitor, ws, id, "activity", model);
        Map<String, String> filters =
                new TreeMap<>(Map.of("limit", PAGE_SIZE, "user", id.toString()));
        Typed.put(filters, "cursor", cursor);
        Page<Entry> page = visitor.client().audit().list(ws, filters);
        model.addAttribute("page", page);
        model.addAttribute(
                "chart",
                Chart.of(
                        visitor.client().audit().counts(ws, null, null, id),
                        Looked.ofUser(ws, id.toString())::between));
        model.addAttribute(
                "sentences",
                Sentences.of(page.items(), Directory.of(visitor.client(), ws).names()));
        return "service-user";
    }

    static ServiceUser show(Visitor visitor, String ws, UUID id, String tab, Model model) {
        ServiceUser user = visitor.client().serviceUsers().get(ws, id);
        model.addAttribute("user", user);
        model.addAttribute("row", Row.of(user));
        model.addAttribute("tab", tab);
        model.addAttribute("mayManage", visitor.may("service-users:manage", ws));
        model.addAttribute("mayManageKeys", visitor.may("api-keys:manage", ws));
        model.addAttribute("mayAudit", visitor.may("audit:view", ws));
        return user;
    }
}
