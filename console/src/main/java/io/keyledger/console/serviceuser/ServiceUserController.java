package io.keyledger.console.serviceuser;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Permissions;
import io.keyledger.client.api.Permissions.Effective;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.comparison.Comparison;
import io.keyledger.console.comparison.Whose;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.needed.LastNeeded;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The pages of a service user, now or at a moment. */
@Controller
@RequestMapping("/{ws}/service-users")
public class ServiceUserController {

    private static final String PAGE_SIZE = "50";

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping("/{id}")
    String details(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Moment moment,
            Model model) {
        ServiceUser user = show(visitor, ws, id, moment, "details", model);
        model.addAttribute("directory", Directory.of(visitor, ws, moment));
        model.addAttribute("places", KeyPlaces.of(user, moment.clock()));
        return "service-user";
    }

    @GetMapping("/{id}/permissions")
    String permissions(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String compare,
            @RequestParam(defaultValue = "") String until,
            Moment moment,
            Model model) {
        Moment other = Moment.of(until);
        Permissions permissions = visitor.client().permissions();
        Effective effective = permissions.ofServiceUser(ws, id, moment.at());
        show(visitor, ws, id, moment, "permissions", model);
        model.addAttribute("other", other);
        model.addAttribute("effective", effective);
        if (visitor.may("audit:view", ws)) {
            model.addAttribute(
                    "needed",
                    LastNeeded.ofServiceUser(visitor.client().asOf(moment.at()).audit(), ws, id));
        }
        if (!compare.isEmpty() && (moment.isPast() || other.isPast())) {
            Comparison.show(
                    visitor,
                    ws,
                    Whose.serviceUser(id),
                    effective,
                    permissions.ofServiceUser(ws, id, other.at()),
                    model);
        }
        return "service-user";
    }

    @GetMapping("/{id}/activity")
    String activity(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment,
            Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        show(visitor, ws, id, moment, "activity", model);
        Map<String, String> filters =
                new TreeMap<>(Map.of("limit", PAGE_SIZE, "user", id.toString()));
        Typed.put(filters, "cursor", cursor);
        Page<Entry> page = client.audit().list(ws, filters);
        model.addAttribute("page", page);
        if (!moment.isPast()) {
            model.addAttribute(
                    "chart",
                    Chart.of(
                            client.audit().counts(ws, null, null, id),
                            Looked.ofUser(ws, id.toString())::between));
        }
        model.addAttribute(
                "sentences", Sentences.of(page.items(), Directory.of(visitor, ws, moment).names()));
        return "service-user";
    }

    static ServiceUser show(Visitor visitor, String ws, UUID id, String tab, Model model) {
        return show(visitor, ws, id, Moment.NOW, tab, model);
    }

    private static ServiceUser show(
            Visitor visitor, String ws, UUID id, Moment moment, String tab, Model model) {
        ServiceUser user = visitor.client().asOf(moment.at()).serviceUsers().get(ws, id);
        model.addAttribute("user", user);
        model.addAttribute("row", Row.of(user));
        model.addAttribute("tab", tab);
        model.addAttribute("mayManage", moment.lets(visitor.may("service-users:manage", ws)));
        model.addAttribute("mayManageKeys", moment.lets(visitor.may("api-keys:manage", ws)));
        model.addAttribute("mayAudit", visitor.may("audit:view", ws));
        return user;
    }
}
