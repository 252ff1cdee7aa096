package io.keyledger.console.edit;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;
import io.keyledger.console.ConsoleMount;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The steps of an edit, below the page of what is edited: the review of what was typed, the save,
 * and between them a conflict. Only the save writes.
 *
 * @param <T> what is edited
 * @param <F> its form, whose components are its fields' properties
 */
public abstract class EditPages<T, F> {

    private static final int PRECONDITION_FAILED = 412;

    private final Class<F> formType;

    protected EditPages(Class<F> formType) {
        this.formType = formType;
    }

    protected abstract T get(KeyledgerClient client, String ws, UUID id);

    protected abstract Edited edited(String ws, T thing);

    protected abstract F form(T thing);

    protected abstract List<Field> fields();

    /** Refuses what could not be saved, as far as that can be said before. */
    protected void judge(Visitor visitor, String ws, T now, F form) {}

    /** What was typed, with the rest where not all of it may be typed. */
    protected F completed(T now, F typed) {
        return typed;
    }

    protected abstract Effect effect(Visitor visitor, String ws, T now, F form);

    protected abstract void save(KeyledgerClient client, String ws, T now, F form);

    /** Puts the page with the form before the visitor. */
    protected abstract String page(Visitor visitor, String ws, T thing, Moment moment, Model model);

    /** Where to go on after it was saved, and what is told there. */
    protected abstract Saved saved(String ws, T thing);

    /** A page below the console's address, and what it tells. */
    public record Saved(String page, String done) {}

    /** The form as it is opened. */
    protected final String open(Visitor visitor, String ws, T thing, Moment moment, Model model) {
        F form = form(thing);
        model.addAttribute("form", form);
        model.addAttribute("opened", Opened.of(edited(ws, thing).version(), form).text());
        return page(visitor, ws, thing, moment, model);
    }

    /** The same form as it was sent, to go on with. */
    @PostMapping("/edit")
    String again(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam String opened,
            @RequestParam String typed,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response) {
        return turn(visitor, ws, id, why, model, response).form(Draft.carried(opened, typed));
    }

    @PostMapping("/review")
    String review(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("form") F form,
            @RequestParam String opened,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response) {
        Turn<T, F> turn = turn(visitor, ws, id, why, model, response);
        return turn.review(Draft.of(opened, completed(turn.now(), form)));
    }

    /** Goes on with what was chosen of a conflict: to the review, or back to the form. */
    @PostMapping("/merge")
    String merge(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestParam String opened,
            @RequestParam String typed,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response) {
        return turn(visitor, ws, id, why, model, response)
                .merge(Draft.carried(opened, typed), Choices.of(sent));
    }

    @PostMapping("/save")
    String save(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam String opened,
            @RequestParam String typed,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Turn<T, F> turn = turn(visitor, ws, id, why, model, response);
        Draft draft = Draft.carried(opened, typed);
        try {
            save(
                    visitor.because(why).onVersion(draft.opened().version()),
                    ws,
                    turn.now(),
                    draft.form(formType));
        } catch (KeyledgerProblem problem) {
            if (problem.status() == PRECONDITION_FAILED) {
                turn = turn.onceNewer(draft);
            }
            if (!turn.isNewerThan(draft)) {
                Refusal.show(problem, model, response);
            }
            return turn.review(draft);
        }
        Saved saved = saved(ws, turn.now());
        next.addFlashAttribute("done", saved.done());
        return "redirect:" + ConsoleMount.PATH + saved.page();
    }

    /** The names behind ids that fields hold. */
    protected Map<String, String> names(Visitor visitor, String ws) {
        return Directory.of(visitor, ws).names();
    }

    final Class<F> formType() {
        return formType;
    }

    private Turn<T, F> turn(
            Visitor visitor,
            String ws,
            UUID id,
            String why,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("why", why);
        return new Turn<>(this, visitor, ws, get(visitor.client(), ws, id), model, response);
    }
}
