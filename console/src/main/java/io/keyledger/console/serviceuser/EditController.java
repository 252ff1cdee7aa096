package io.keyledger.console.serviceuser;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerProblem;
import io.keyledger.client.api.ServiceUsers;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes to a service user: the form, the review of what it would change, and the save, which is
 * refused when somebody else has saved since the form was opened.
 */
@Controller
@RequestMapping("/{ws}/service-users/{id}")
public class EditController {

    private static final String USER = "redirect:" + PATH + "/{ws}/service-users/{id}";
    private static final int PRECONDITION_FAILED = 412;
    private static final String CHOICE = "choose.";
    private static final int TRIES = 20;
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping("/edit")
    String form(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Model model) {
        ServiceUser user = visitor.client().serviceUsers().get(ws, id);
        return edit(visitor, ws, user, Form.of(user), model);
    }

    /** The same form as it was sent, to go on with. */
    @PostMapping("/edit")
    String again(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            Model model) {
        return edit(visitor, ws, visitor.client().serviceUsers().get(ws, id), form, model);
    }

    @PostMapping("/review")
    String review(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            Model model,
            HttpServletResponse response) {
        ServiceUser user = visitor.client().serviceUsers().get(ws, id);
        return review(visitor, ws, user, form, model, response);
    }

    /** Goes on with what was chosen of a conflict: to the review, or back to the form. */
    @PostMapping("/merge")
    String merge(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "review") String then,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("why", why);
        ServiceUser theirs = visitor.client().serviceUsers().get(ws, id);
        Map<String, String> choices = theirs.version() == seen ? choices(sent) : Map.of();
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    Merge merge = merge(theirs, form, choices);
                    if (theirs.version() != seen || (!merge.isSettled() && !then.equals("form"))) {
                        return conflict(visitor, ws, theirs, form, merge, model, response);
                    }
                    return then.equals("form")
                            ? edit(visitor, ws, theirs, merge.result(), model)
                            : review(visitor, ws, theirs, merge.result(), model, response);
                },
                () -> edit(visitor, ws, theirs, form, model));
    }

    @PostMapping("/save")
    String save(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        ServiceUser user = visitor.client().serviceUsers().get(ws, id);
        try {
            visitor.because(why)
                    .onVersion(form.version())
                    .serviceUsers()
                    .edit(ws, id, form.changesOf(user));
        } catch (KeyledgerProblem problem) {
            model.addAttribute("why", why);
            if (problem.status() != PRECONDITION_FAILED) {
                Refusal.show(problem, model, response);
                return review(visitor, ws, user, form, model, response);
            }
            ServiceUser theirs = user.version() == form.version() ? newer(visitor, ws, user) : user;
            return review(visitor, ws, theirs, form, model, response);
        }
        next.addFlashAttribute("done", "Saved. It holds for all keys from now on.");
        return USER;
    }

    @PostMapping("/status")
    String status(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next,
                () -> {
                    ServiceUsers users = visitor.because(why).serviceUsers();
                    if (to.equals("disabled")) {
                        users.disable(ws, id);
                        return "Disabled. Every key is refused from now on.";
                    }
                    users.enable(ws, id);
                    return "Enabled.";
                });
        return USER;
    }

    @PostMapping("/delete")
    String delete(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        ServiceUser user = visitor.client().serviceUsers().get(ws, id);
        boolean deleted =
                Refusal.tellNextPage(
                        next,
                        () -> {
                            Unreadable.unlessTyped(typed, user.username());
                            visitor.because(why).serviceUsers().delete(ws, id);
                            return "Service user " + user.username() + " was deleted.";
                        });
        return deleted ? "redirect:" + PATH + "/{ws}/service-users" : USER;
    }

    /** What somebody else has saved just now, though views may be behind by a moment. */
    private static ServiceUser newer(Visitor visitor, String ws, ServiceUser known) {
        ServiceUser user = known;
        for (int tries = 0; tries < TRIES && user.version() == known.version(); tries++) {
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            user = visitor.client().serviceUsers().get(ws, known.id());
        }
        return user;
    }

    private static String edit(
            Visitor visitor, String ws, ServiceUser user, Form form, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("form", form);
        model.addAttribute("directory", Directory.of(visitor.client(), ws));
        return "service-user-edit";
    }

    private static String review(
            Visitor visitor,
            String ws,
            ServiceUser user,
            Form form,
            Model model,
            HttpServletResponse response) {
        try {
            if (user.version() != form.version()) {
                return conflict(
                        visitor, ws, user, form, merge(user, form, Map.of()), model, response);
            }
            Directory directory = Directory.of(visitor.client(), ws);
            model.addAttribute("review", Review.of(user, form, directory));
        } catch (Unreadable unreadable) {
            Refusal.show(unreadable, model, response);
            return edit(visitor, ws, user, form, model);
        }
        model.addAttribute("user", user);
        model.addAttribute("form", form);
        model.addAttribute("row", Row.of(user));
        return "service-user-review";
    }

    private static Merge merge(ServiceUser theirs, Form form, Map<String, String> choices) {
        return new Merge(form.before(), Form.of(theirs), form, choices);
    }

    /** Fields are named with a prefix, so that none is taken for one of the form. */
    private static Map<String, String> choices(Map<String, String> sent) {
        Map<String, String> choices = new TreeMap<>();
        sent.forEach(
                (name, choice) -> {
                    if (name.startsWith(CHOICE)) {
                        choices.put(name.substring(CHOICE.length()), choice);
                    }
                });
        return choices;
    }

    private static String conflict(
            Visitor visitor,
            String ws,
            ServiceUser theirs,
            Form form,
            Merge merge,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("lines", merge.lines(Directory.of(visitor.client(), ws).names()));
        model.addAttribute("user", theirs);
        model.addAttribute("form", form);
        return "service-user-conflict";
    }
}
