package io.keyledger.console.roster;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.bulk.BulkStep;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Address;
import io.keyledger.console.page.Moment;
import io.keyledger.console.serviceuser.Row;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of service users. */
@Controller
public class ServiceUserListController {

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping("/{ws}/service-users")
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(defaultValue = "") String cursor,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Moment moment,
            HttpServletRequest request,
            Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Search search = Search.of(Address.of(request));
        Directory directory = Directory.of(client, ws);
        Page<ServiceUser> page = client.serviceUsers().list(ws, search.asked(cursor));
        model.addAttribute("search", search);
        model.addAttribute("chips", search.chips(directory));
        model.addAttribute("sortings", search.sortings());
        model.addAttribute("rows", page.items().stream().map(Row::of).toList());
        model.addAttribute("count", client.serviceUsers().count(ws, search.filters()));
        model.addAttribute("first", cursor.isEmpty() ? null : search.page().text());
        model.addAttribute(
                "next",
                page.nextCursor() == null
                        ? null
                        : search.page().with("cursor", page.nextCursor()).text());
        model.addAttribute("actions", BulkStep.Action.values());
        model.addAttribute("directory", directory);
        model.addAttribute("mayManage", moment.lets(visitor.may("service-users:manage", ws)));
        return "service-users" + ("found".equals(part) ? " :: found" : "");
    }
}
