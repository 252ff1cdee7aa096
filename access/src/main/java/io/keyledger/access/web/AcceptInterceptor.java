package io.keyledger.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * Refuses who accepts no JSON before anything is done. Found out when the answer is written, the
 * command would be carried out, a new key's secret lost, and the answer a refusal.
 */
final class AcceptInterceptor implements HandlerInterceptor {

    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod method
                && answersJson(method, request)
                && !accepted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))) {
            throw new HttpMediaTypeNotAcceptableException(ANSWERS);
        }
        return true;
    }

    /** What a handler answers otherwise, it declares, and the mapping has looked at it. */
    private static boolean answersJson(HandlerMethod method, HttpServletRequest request) {
        return (method.hasMethodAnnotation(Requires.class)
                        || method.hasMethodAnnotation(AuthenticatesItself.class))
                && request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null;
    }

    private static boolean accepted(List<String> headers) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(headers);
            return types.isEmpty() || types.stream().anyMatch(AcceptInterceptor::isJson);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static boolean isJson(MediaType accepted) {
        return (accepted.getCharset() == null
                        || accepted.getCharset().equals(StandardCharsets.UTF_8))
                && ANSWERS.stream().anyMatch(accepted::isCompatibleWith);
    }
}
