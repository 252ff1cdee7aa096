package io.keyledger.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Refuses who accepts no JSON before anything is done. Found out when the answer is written, the
 * command would be carried out, a new key's secret lost, and the answer a refusal. Refuses bodies
 * of no certain type, too, and forms where none are taken: the converters take them first and fail
 * on what is malformed in them then.
 */
final class MediaTypesInterceptor implements HandlerInterceptor {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeException {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        String contentType = request.getContentType();
        if (contentType != null
                && (contentType.contains("*") || isUntakenForm(contentType, method))) {
            throw new HttpMediaTypeNotSupportedException(contentType);
        }
        if (answersJson(request)
                && !accepted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))) {
            throw new HttpMediaTypeNotAcceptableException(ANSWERS);
        }
        return true;
    }

    private static boolean isUntakenForm(String contentType, HandlerMethod method) {
        RequestMapping mapping = method.getMethodAnnotation(RequestMapping.class);
        return contentType.strip().toLowerCase(Locale.ROOT).startsWith(FORM)
                && (mapping == null || mapping.consumes().length == 0);
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.hasMethodAnnotation(Requires.class)
                || method.hasMethodAnnotation(AuthenticatesItself.class);
    }

    /** What a handler answers otherwise, it declares, and the mapping has looked at it. */
    private static boolean answersJson(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null;
    }

    private static boolean accepted(List<String> headers) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(headers);
            return types.isEmpty() || types.stream().anyMatch(MediaTypesInterceptor::isJson);
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
