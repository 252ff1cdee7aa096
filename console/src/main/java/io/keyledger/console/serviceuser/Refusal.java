package io.keyledger.console.serviceuser;

import io.keyledger.client.KeyledgerProblem;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import java.util.Set;

/** Why what was sent was refused, beside the field at fault if it is one. */
record Refusal(@Nullable String field, String text) {

    private static final Set<Integer> OF_THE_INPUT = Set.of(400, 403, 404, 409, 412, 422);

    /**
     * Puts it beside the form that was sent, which keeps what was typed.
     *
     * @throws KeyledgerProblem if it is no fault of what was sent
     */
    static void show(KeyledgerProblem problem, Model model, HttpServletResponse response) {
        if (!OF_THE_INPUT.contains(problem.status())) {
            throw problem;
        }
        model.addAttribute("refusal", new Refusal(problem.field(), problem.detail()));
        response.setStatus(problem.status());
    }
}
