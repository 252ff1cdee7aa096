package io.keyledger.console.whocan;

import io.keyledger.client.KeyledgerProblem;
import io.keyledger.client.api.Permissions;
import io.keyledger.client.api.Permissions.WhoCan;
import io.keyledger.console.page.Moment;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who in a workspace holds a permission, or may send a request. */
@Controller
public class WhoCanController {

    private static final int BAD_REQUEST = 400;

    /** What is asked: a permission, or else a method and a path. */
    record Question(String permission, String method, String path) {

        boolean isAboutAPermission() {
            return !permission.isBlank();
        }

        public boolean isAsked() {
            return isAboutAPermission() || !path.isBlank();
        }
    }

    @ModelAttribute("section")
    String section() {
        return "who-can";
    }

    @GetMapping("/{ws}/who-can")
    String ask(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(defaultValue = "") String permission,
            @RequestParam(defaultValue = "GET") String method,
            @RequestParam(defaultValue = "") String path,
            Moment moment,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletResponse response) {
        Question question = new Question(permission.strip(), method.strip(), path.strip());
        model.addAttribute("question", question);
        if (question.isAsked()) {
            try {
                model.addAttribute("answer", answer(visitor, ws, question, moment, cursor));
            } catch (KeyledgerProblem problem) {
                if (problem.status() != BAD_REQUEST) {
                    throw problem;
                }
                model.addAttribute("refusal", problem.detail());
                response.setStatus(BAD_REQUEST);
            }
        }
        return "who-can";
    }

    private static WhoCan answer(
            Visitor visitor, String ws, Question question, Moment moment, @Nullable String cursor) {
        Permissions permissions = visitor.client().permissions();
        return question.isAboutAPermission()
                ? permissions.whoCan(ws, question.permission(), moment.at(), cursor)
                : permissions.whoCan(
                        ws, question.method(), question.path(), null, moment.at(), cursor);
    }
}
