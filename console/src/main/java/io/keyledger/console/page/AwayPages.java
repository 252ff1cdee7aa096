package io.keyledger.console.page;

import io.keyledger.client.KeyledgerAway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.ModelAndView;

/** Nobody answers the console: since when, whether anything was changed, and what to do. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class AwayPages {

    private static final Logger LOG = LoggerFactory.getLogger(AwayPages.class);

    @ExceptionHandler
    ModelAndView away(
            KeyledgerAway away, HttpServletRequest request, HttpServletResponse response) {
        return page(away, since(away) + " " + unsure(request), request, response);
    }

    @ExceptionHandler
    ModelAndView away(
            NothingSent nothing, HttpServletRequest request, HttpServletResponse response) {
        String text =
                " Nothing of this step was sent, so nothing was changed. Take it again later.";
        return page(nothing.away(), since(nothing.away()) + text, request, response);
    }

    @ExceptionHandler
    ModelAndView unreachable(
            ResourceAccessException failure,
            HttpServletRequest request,
            HttpServletResponse response) {
        return unavailable(failure, request, response);
    }

    /** It is there, and does not answer this. */
    static ModelAndView unavailable(
            Exception failure, HttpServletRequest request, HttpServletResponse response) {
        return page(failure, unsure(request), request, response);
    }

    private static String since(KeyledgerAway away) {
        return "It has not answered since "
                + Times.of(Moment.NOW).exact(away.since())
                + ", and is looked for with every click.";
    }

    private static String unsure(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.GET.name())
                ? "Nothing was changed. Try again in a little while."
                : "What was answered before is kept. Whether this last step was carried out, its"
                        + " page will show: look there before you repeat it.";
    }

    private static ModelAndView page(
            Exception failure,
            String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        LOG.warn("The API did not answer as it should: {}", failure.getMessage());
        return FaultPage.of(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "Keyledger does not answer just now",
                text);
    }
}
