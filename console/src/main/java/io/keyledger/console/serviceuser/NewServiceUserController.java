package io.keyledger.console.serviceuser;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

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

/** Creating service users, one after another if there are several. */
@Controller
@RequestMapping("/{ws}/service-users")
public class NewServiceUserController {

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping("/new")
    String form(@AuthenticationPrincipal Visitor visitor, @PathVariable String ws, Model model) {
        return show(visitor, ws, Form.EMPTY, "", model);
    }

    @PostMapping("/new")
    String create(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("form") Form form,
            @RequestParam(defaultValue = "") String another,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    ServiceUser created =
                            visitor.because(why).serviceUsers().create(ws, form.toBeCreated());
                    next.addFlashAttribute(
                            "done", "Service user " + created.username() + " was created.");
                    String users = "redirect:" + PATH + "/" + ws + "/service-users/";
                    return another.isEmpty() ? users + created.id() : users + "new";
                },
                () -> show(visitor, ws, form, why, model));
    }

    private static String show(Visitor visitor, String ws, Form form, String why, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("why", why);
        model.addAttribute("directory", Directory.of(visitor, ws));
        return "service-user-new";
    }
}
