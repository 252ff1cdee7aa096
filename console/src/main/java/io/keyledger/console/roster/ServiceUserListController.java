package io.keyledger.console.roster;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.bulk.BulkStep;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.listing.Listed;
import io.keyledger.console.listing.Listing;
import io.keyledger.console.listing.Listing.Column;
import io.keyledger.console.listing.Search;
import io.keyledger.console.page.Moment;
import io.keyledger.console.serviceuser.Row;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.List;

/** The list of service users. */
@Controller
public class ServiceUserListController {

    private static final Listing LISTING =
            Listing.inOrderOf(
                            Column.of("username", "Username"),
                            Column.of("status", "Status"),
                            Column.latestFirst("lastUsed", "Last used"),
                            Column.latestFirst("createdAt", "Created"))
                    .field("q", "text")
                    .field("status", "status")
                    .field("group", "group")
                    .filter("role", "role")
                    .field("policy", "policy")
                    .filter("permission", "may")
                    .filter("owner", "owner")
                    .filter("label", "label")
                    .filter("unusedSince", "unused since")
                    .filter("expiresBefore", "expires before");

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping("/{ws}/service-users")
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            Moment moment,
            HttpServletRequest request,
            Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Directory directory = Directory.of(visitor, ws, moment);
        List<ServiceUser> found =
                new Listed<>(
                                asked -> client.serviceUsers().list(ws, asked),
                                filters -> client.serviceUsers().count(ws, filters))
                        .show(Search.of(LISTING, request), directory.names(), model);
        model.addAttribute("rows", found.stream().map(Row::of).toList());
        model.addAttribute("actions", BulkStep.Action.offered(directory));
        model.addAttribute("directory", directory);
        model.addAttribute("mayManage", moment.lets(visitor.may("service-users:manage", ws)));
        return Listed.view("service-users", request);
    }
}
