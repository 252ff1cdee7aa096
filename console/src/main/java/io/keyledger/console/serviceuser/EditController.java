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
        Directory directory = Directory.of(visitor.client(), ws);
        try {
            model.addAttribute("review", Review.of(user, form, directory));
        } catch (Unreadable unreadable) {
            Refusal.show(unreadable, model, response);
            return edit(visitor, ws, user, form, model);
        }
        boolean conflict = user.version() != form.version();
        if (conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        model.addAttribute("conflict", conflict);
        model.addAttribute("user", user);
        model.addAttribute("form", form.basedOn(user.version()));
        model.addAttribute("row", Row.of(user));
        return "service-user-review";
    }
}
