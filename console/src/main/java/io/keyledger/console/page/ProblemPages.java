package io.keyledger.console.page;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerProblem;
import io.keyledger.console.Htmx;
import io.keyledger.console.kept.KeptForms;
import io.keyledger.console.signin.GoingOn;
import io.keyledger.console.signin.Problems;
import io.keyledger.console.signin.SessionOver;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What went wrong, what was kept, and what to do. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class ProblemPages {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    private final KeptForms forms;
    private final GoingOn goingOn;
    private final AwayPages away;

    ProblemPages(KeptForms forms, GoingOn goingOn, AwayPages away) {
        this.away = away;
        this.forms = forms;
        this.goingOn = goingOn;
    }

    @ExceptionHandler
    ModelAndView api(
            KeyledgerProblem problem, HttpServletRequest request, HttpServletResponse response) {
        return switch (problem.status()) {
            case 401 -> signOut(request, response, "wrong-key");
            case 403 ->
                    FaultPage.of(
                            request,
                            response,
                            HttpStatus.FORBIDDEN,
                            "You may not do this",
                            forbidding(problem)
                                    + " Nothing was changed. Ask somebody who administers this"
                                    + " workspace.");
            case 404 -> notFound(request, response);
            case 400, 409, 412, 422 ->
                    FaultPage.of(
                            request,
                            response,
                            HttpStatus.valueOf(problem.status()),
                            "This was refused",
                            Refusal.text(problem) + ". Nothing was changed.");
            case 429 ->
                    FaultPage.of(
                            request,
                            response,
                            HttpStatus.TOO_MANY_REQUESTS,
                            "That was too often",
                            "A security policy limits how often you may ask, and each page asks"
                                    + " several times. Nothing was changed. Go on in a little while.");
            default -> away.unavailable(problem, request, response);
        };
    }

    /** The API tells of roles without naming what they lack, and of guards in its own words. */
    private static String forbidding(KeyledgerProblem problem) {
        return problem.code().equals("permission-denied")
                ? "Your roles do not allow it here."
                : problem.detail();
    }

    @ExceptionHandler
    ModelAndView over(SessionOver over, HttpServletRequest request, HttpServletResponse response) {
        LOG.info("A session is over: {}", over.getMessage());
        return signOut(request, response, "session-over");
    }

    @ExceptionHandler({
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MethodArgumentTypeMismatchException.class
    })
    ModelAndView notFound(HttpServletRequest request, HttpServletResponse response) {
        boolean past = Moment.of(request.getParameter(Moment.PARAMETER)).isPast();
        return FaultPage.of(
                request,
                response,
                HttpStatus.NOT_FOUND,
                past ? "There was nothing here then" : "There is nothing here",
                past
                        ? "It may have been created later, or been deleted before, or be in another"
                                + " workspace."
                        : "It may have been deleted, or be in another workspace. The timeline still"
                                + " knows what was deleted.");
    }

    @ExceptionHandler
    ModelAndView notHere(
            NotHere missing, HttpServletRequest request, HttpServletResponse response) {
        return FaultPage.of(
                request, response, HttpStatus.NOT_FOUND, "There is nothing here", missing.text());
    }

    @ExceptionHandler
    ModelAndView unexpected(
            RuntimeException failure, HttpServletRequest request, HttpServletResponse response) {
        LOG.error("A page could not be shown", failure);
        return FaultPage.of(
                request,
                response,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong here",
                "It is in the log. What was answered before is kept; look at its page before you"
                        + " repeat this step.");
    }

    /** No form of the console sends this. */
    @ExceptionHandler({BindException.class, ServletRequestBindingException.class})
    ModelAndView unreadable(HttpServletRequest request, HttpServletResponse response) {
        return FaultPage.of(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "This was refused",
                "What was sent cannot be read. Nothing was changed.");
    }

    @ExceptionHandler
    ModelAndView meaningless(
            Unreadable unreadable, HttpServletRequest request, HttpServletResponse response) {
        return FaultPage.of(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "This was refused",
                unreadable.text() + ". Nothing was changed.");
    }

    @ExceptionHandler(PastIsFixed.class)
    ModelAndView fixed(HttpServletRequest request, HttpServletResponse response) {
        return FaultPage.of(
                request,
                response,
                HttpStatus.CONFLICT,
                "The past stays as it was",
                "This page shows or changes what is so now, and a moment in the past was asked for."
                        + " Go back to now first. Nothing was changed.");
    }

    /**
     * The key or token of this session is not good any more, so that the session is over, too; who
     * signs in again goes on with the page, or with the form that was sent.
     */
    private ModelAndView signOut(
            HttpServletRequest request, HttpServletResponse response, String problem) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        goingOn.saveRequest(request, response);
        if (Htmx.asks(request)) {
            return part(request, response, problem);
        }
        boolean isKept = forms.keep(request);
        if (isKept) {
            goingOn.withTheKeptForm(request);
        }
        return new ModelAndView(
                "redirect:" + PATH + "/sign-in?problem=" + (isKept ? Problems.FORM_KEPT : problem));
    }

    /** What is asked while one types leaves the page as it is, and with it what was typed. */
    private static ModelAndView part(
            HttpServletRequest request, HttpServletResponse response, String problem) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        if (request.getMethod().equals("GET")) {
            response.setHeader("HX-Redirect", PATH + "/sign-in?problem=" + problem);
        }
        return new ModelAndView();
    }
}
