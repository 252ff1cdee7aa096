package io.keyledger.console.page;

import io.keyledger.client.KeyledgerProblem;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Set;
import java.util.function.Supplier;

/** Why what was sent was refused, beside the field at fault if it is one. */
public record Refusal(@Nullable String field, String text) {

    private static final Set<Integer> OF_THE_INPUT = Set.of(400, 403, 404, 409, 412, 422);

    /**
     * Puts it beside the form that was sent, which keeps what was typed. A form that was kept is
     * shown again for no fault of it.
     *
     * @throws KeyledgerProblem if it is no fault of what was sent
     */
    public static void show(KeyledgerProblem problem, Model model, HttpServletResponse response) {
        if (!OF_THE_INPUT.contains(problem.status())) {
            throw problem;
        }
        if (!problem.isWithheld()) {
            model.addAttribute("refusal", new Refusal(problem.field(), problem.detail()));
            response.setStatus(problem.status());
        }
    }

    /** Why, without a full stop. */
    static String text(KeyledgerProblem problem) {
        return problem.isWithheld()
                ? "This was sent when it could not be done, and is not done later by itself"
                : problem.detail();
    }

    /**
     * Takes a step that names the view to go on with; if what was sent is refused, the form is
     * shown again beside the refusal.
     */
    public static String orTheFormAgain(
            Model model,
            HttpServletResponse response,
            Supplier<String> step,
            Supplier<String> form) {
        try {
            return step.get();
        } catch (KeyledgerProblem problem) {
            show(problem, model, response);
        } catch (Unreadable unreadable) {
            show(unreadable, model, response);
        }
        return form.get();
    }

    /** The same for what cannot be meant at all. */
    public static void show(Unreadable unreadable, Model model, HttpServletResponse response) {
        model.addAttribute("refusal", new Refusal(null, unreadable.text()));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /**
     * Takes a step, which tells what was done, and has the next page tell that or why not.
     *
     * @return whether it was taken
     * @throws KeyledgerProblem if it was refused for no fault of what was sent
     */
    public static boolean tellNextPage(RedirectAttributes next, Supplier<String> step) {
        try {
            next.addFlashAttribute("done", step.get());
            return true;
        } catch (KeyledgerProblem problem) {
            if (!OF_THE_INPUT.contains(problem.status())) {
                throw problem;
            }
            next.addFlashAttribute("refused", text(problem));
        } catch (Unreadable unreadable) {
            next.addFlashAttribute("refused", unreadable.text());
        }
        return false;
    }
}
