package io.keyledger.console.page;

import io.keyledger.client.KeyledgerAway;
import io.keyledger.console.kept.KeptForm;
import io.keyledger.console.kept.KeptForms;

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

import java.util.ArrayList;
import java.util.List;

/** Nobody answers the console: since when, whether anything was changed, and what to do. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class AwayPages {

    private static final Logger LOG = LoggerFactory.getLogger(AwayPages.class);

    private final KeptForms forms;

    AwayPages(KeptForms forms) {
        this.forms = forms;
    }

    @ExceptionHandler
    ModelAndView away(
            KeyledgerAway away, HttpServletRequest request, HttpServletResponse response) {
        return page(away, since(away) + " " + unsure(request), request, response);
    }

    @ExceptionHandler
    ModelAndView away(
            NothingSent nothing, HttpServletRequest request, HttpServletResponse response) {
        String text = " Nothing of this step was sent, so nothing was changed.";
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
    ModelAndView unavailable(
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

    private ModelAndView page(
            Exception failure,
            String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        LOG.warn("The API did not answer as it should: {}", failure.getMessage());
        boolean isKept = forms.keep(request) || request.getAttribute(KeptForm.SHOWN) != null;
        List<WayOut> ways = new ArrayList<>(WayOut.of(request, HttpStatus.SERVICE_UNAVAILABLE));
        if (isKept) {
            ways.addFirst(WayOut.KEPT_FORM);
        }
        return FaultPage.of(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "Keyledger does not answer just now",
                isKept ? text + " What you typed is kept for half an hour." : text,
                ways);
    }
}
