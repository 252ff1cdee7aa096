package io.keyledger.console.edit;

import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One step of an edit, which ends with a page.
 *
 * @param now what is edited, as it is saved by now
 */
record Turn<T, F>(
        EditPages<T, F> pages,
        Visitor visitor,
        String ws,
        T now,
        Model model,
        HttpServletResponse response) {

    private static final int TRIES = 20;
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The form with what was typed. */
    String form(Draft draft) {
        show(draft);
        return pages.page(visitor, ws, now, Moment.NOW, model);
    }

    /** What a draft would change, or the conflict if somebody else has saved meanwhile. */
    String review(Draft draft) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    if (!isNewerThan(draft)) {
                        return reviewed(draft);
                    }
                    Merge merge = merge(draft, Map.of());
                    if (!merge.touchesNothingOfTheirs()) {
                        return conflict(draft, merge);
                    }
                    model.addAttribute("meanwhile", true);
                    return reviewed(new Draft(opened(), merge.result()));
                },
                () -> form(draft));
    }

    /** What both edits make together: reviewed once everything is chosen. */
    String merge(Draft draft, Choices choices) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    boolean current = choices.areOf(version());
                    Merge merge = merge(draft, current ? choices.of() : Map.of());
                    if (!current || !choices.form() && !merge.isSettled()) {
                        return conflict(draft, merge);
                    }
                    Draft merged = new Draft(opened(), merge.result());
                    return choices.form() ? form(merged) : reviewed(merged);
                },
                () -> form(draft));
    }

    /** The same when views know what somebody else has saved, which may take a moment. */
    Turn<T, F> onceNewer(Draft draft) {
        Turn<T, F> turn = this;
        for (int tries = 0; tries < TRIES && !turn.isNewerThan(draft); tries++) {
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            UUID id = pages.edited(ws, now).id();
            turn = with(pages.get(visitor.client(), ws, id));
        }
        return turn;
    }

    /** Whether somebody else has saved since the form was opened. */
    boolean isNewerThan(Draft draft) {
        return version() != draft.opened().version();
    }

    private Turn<T, F> with(T latest) {
        return new Turn<>(pages, visitor, ws, latest, model, response);
    }

    private String reviewed(Draft draft) {
        F form = draft.form(pages.formType());
        if (!model.containsAttribute("refusal")) {
            pages.judge(visitor, ws, now, form);
        }
        model.addAttribute("review", Review.of(pages.fields(), draft, pages.names(visitor, ws)));
        model.addAttribute("effect", pages.effect(visitor, ws, now, form));
        show(draft);
        return "review";
    }

    private String conflict(Draft draft, Merge merge) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("lines", merge.lines(pages.names(visitor, ws)));
        show(draft);
        return "conflict";
    }

    private void show(Draft draft) {
        model.addAttribute("edited", pages.edited(ws, now));
        model.addAttribute("form", draft.form(pages.formType()));
        model.addAttribute("opened", draft.opened().text());
        model.addAttribute("typed", draft.text());
    }

    private Merge merge(Draft draft, Map<String, String> choices) {
        return new Merge(
                pages.fields(), draft.opened().fields(), opened().fields(), draft.typed(), choices);
    }

    private Opened opened() {
        return Opened.of(version(), pages.form(now));
    }

    private long version() {
        return pages.edited(ws, now).version();
    }
}
