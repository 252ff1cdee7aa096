package io.keyledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page that tells of a fault, within the menu, and the ways on from there. */
final class FaultPage {

    private FaultPage() {}

    static ModelAndView of(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String title,
            String text) {
        return of(request, response, status, title, text, WayOut.of(request, status));
    }

    static ModelAndView of(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String title,
            String text,
            List<WayOut> ways) {
        response.setStatus(status.value());
        Map<String, Object> model = new HashMap<>(Map.of("title", title, "text", text));
        model.put("ways", ways);
        model.putAll(Around.of(request));
        return new ModelAndView("problem", model);
    }
}
