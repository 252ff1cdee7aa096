package io.keyledger.console.timeline;

import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;

/**
 * The form above the timeline, where service users are named. It leads to an address with the id,
 * which means the same one when it has another name.
 */
@Controller
@RequestMapping(path = "/{ws}/timeline", params = NamedUserController.NAME)
public class NamedUserController {

    static final String NAME = "username";

    @ModelAttribute("section")
    String section() {
        return "timeline";
    }

    /** While one types. */
    @GetMapping(headers = "HX-Target=called")
    String suggest(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(NAME) String typed,
            Model model) {
        model.addAttribute("called", ByName.of(visitor, ws).like(typed.strip()));
        return "timeline :: called";
    }

    @GetMapping
    String look(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam Map<String, String> sent,
            @RequestParam(NAME) String typed,
            Model model,
            HttpServletResponse response) {
        Looked looked = Looked.of(ws, sent);
        String name = typed.strip();
        if (name.isEmpty()) {
            return "redirect:" + looked.ofAll().page();
        }
        ByName users = ByName.of(visitor, ws);
        if (name.equals(users.of(looked.filters().get(Looked.USER)))) {
            return "redirect:" + looked.page();
        }
        List<ServiceUser> called = users.called(name);
        if (called.size() == 1) {
            return "redirect:" + looked.with(Looked.USER, called.getFirst().id().toString());
        }
        if (called.isEmpty() && Typed.isId(name)) {
            return "redirect:" + looked.with(Looked.USER, name);
        }
        return again(
                looked.ofAll(), UserField.refused(name, called, users, looked), model, response);
    }

    /** Nothing is looked for: of all service users it would be something else than was asked. */
    private static String again(
            Looked others, UserField user, Model model, HttpServletResponse response) {
        model.addAttribute("looked", others);
        model.addAttribute("filters", others.filters());
        model.addAttribute("user", user);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return "timeline";
    }
}
