package io.keyledger.access.problem;

import org.eclipse.jetty.http.HttpException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import java.util.Optional;

/** What callers did wrong, as Spring MVC tells it, in our words: none of theirs is passed on. */
final class RequestFaults {

    private RequestFaults() {}

    /** The problem, or nothing when the fault is not the caller's. */
    static Optional<ApiProblem> problemOf(Exception failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case HttpMessageNotReadableException e -> BodyFaults.problemOf(e);
                    case MethodArgumentTypeMismatchException e ->
                            ApiProblem.invalid(
                                    e.getName(), "The value of " + e.getName() + " is not valid.");
                    case TypeMismatchException _ -> null;
                    case MissingServletRequestParameterException e -> missing(e.getParameterName());
                    case MissingRequestHeaderException e -> missing(e.getHeaderName());
                    case HttpRequestMethodNotSupportedException e ->
                            withHeaders(
                                    HttpStatus.METHOD_NOT_ALLOWED,
                                    "method-not-allowed",
                                    "There is no such method at this path.",
                                    e.getHeaders());
                    case HttpMediaTypeNotSupportedException e ->
                            withHeaders(
                                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                    "unsupported-media-type",
                                    "The request's body is of a media type that is not taken here.",
                                    e.getHeaders());
                    case HttpMediaTypeNotAcceptableException _ ->
                            new ApiProblem(
                                    HttpStatus.NOT_ACCEPTABLE,
                                    "not-acceptable",
                                    "None of the accepted media types can be answered.");
                    case Exception e when e instanceof HttpException refused ->
                            unreadable(refused.getCode());
                    case NoResourceFoundException _ -> Problems.notFound();
                    case NoHandlerFoundException _ -> Problems.notFound();
                    case ErrorResponse e -> other(e.getStatusCode());
                    default -> BodyFaults.isTooLarge(failure) ? Problems.bodyTooLarge() : null;
                });
    }

    /** What the server cannot read, once somebody asks for it: parameters in a form. */
    private static ApiProblem unreadable(int status) {
        return status == HttpStatus.BAD_REQUEST.value()
                ? new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "malformed-form",
                        "The form is not percent-encoded UTF-8.")
                : StatusProblems.of(status);
    }

    private static ApiProblem missing(String name) {
        return ApiProblem.invalid(name, name + " is missing.");
    }

    private static ApiProblem withHeaders(
            HttpStatus status, String code, String detail, HttpHeaders headers) {
        ApiProblem problem = new ApiProblem(status, code, detail);
        headers.forEach((name, values) -> problem.with(name, String.join(", ", values)));
        return problem;
    }

    private static ApiProblem other(HttpStatusCode code) {
        return StatusProblems.of(code.value());
    }
}
