package io.keyledger.console.bulk;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The same for several service users: what it would change, then what came of it for each. */
@Controller
@RequestMapping("/{ws}/service-users/bulk")
public class BulkController {

    /** What the forms send. */
    record Sent(@Nullable String action, @Nullable UUID group, @Nullable List<String> chosen) {

        BulkStep step() {
            return BulkStep.of(action, group);
        }

        List<Chosen> users() {
            return Chosen.of(Typed.orNone(chosen));
        }
    }

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @PostMapping
    String review(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("sent") Sent sent,
            @RequestParam(defaultValue = "") String why,
            Model model) {
        BulkStep step = sent.step();
        Directory directory = Directory.of(visitor, ws);
        List<ServiceUser> users = users(visitor.client(), ws, sent.users());
        model.addAttribute(
                "lines", users.stream().map(user -> BulkLine.of(user, step, directory)).toList());
        model.addAttribute("gone", sent.users().size() - users.size());
        return show(step, directory, why, model);
    }

    @PostMapping("/apply")
    String apply(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("sent") Sent sent,
            @RequestParam(defaultValue = "") String why,
            Model model) {
        BulkStep step = sent.step();
        List<Chosen> chosen = sent.users();
        Directory directory = Directory.of(visitor, ws);
        Map<UUID, String> names =
                users(visitor.client(), ws, chosen).stream()
                        .collect(Collectors.toMap(ServiceUser::id, ServiceUser::username));
        model.addAttribute(
                "outcomes",
                new BulkRun(
                                visitor.because(why),
                                (client, id) -> step.take(client.serviceUsers(), ws, id))
                        .on(chosen, names));
        return show(step, directory, why, model);
    }

    private static String show(BulkStep step, Directory directory, String why, Model model) {
        model.addAttribute("step", step);
        model.addAttribute("why", why);
        String group = step.group() == null ? null : step.group().toString();
        model.addAttribute(
                "groupName", group == null ? null : directory.names().getOrDefault(group, group));
        return "service-users-bulk";
    }

    private static List<ServiceUser> users(KeyledgerClient client, String ws, List<Chosen> all) {
        return Found.of(all, id -> client.serviceUsers().get(ws, id));
    }
}
