package io.keyledger.access.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a JSON body, by the path of its field; the value is never told. */
final class BodyFaults {

    private static final int MAX_FIELD = 200;

    private BodyFaults() {}

    static ApiProblem problemOf(Throwable failure) {
        if (isTooLarge(failure)) {
            return Problems.bodyTooLarge();
        }
        return switch (cause(failure)) {
            case UnrecognizedPropertyException e ->
                    new ApiProblem(
                            HttpStatus.BAD_REQUEST,
                            "unknown-field",
                            "The body has a field that is not known here.",
                            path(e));
            case InputCoercionException e -> wrongType(place(e));
            case StreamReadException e -> malformed(place(e));
            case DatabindException e -> wrongType(path(e));
            case null, default -> malformed(null);
        };
    }

    static boolean isTooLarge(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable JacksonException cause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof JacksonException found) {
                return found;
            }
        }
        return null;
    }

    private static ApiProblem wrongType(@Nullable String field) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "invalid-value",
                "The value is not of the type it must have.",
                field);
    }

    private static ApiProblem malformed(@Nullable String field) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "malformed-json",
                "The body is not the one well-formed JSON value that is needed here.",
                field);
    }

    /** Where the parser stood. */
    private static @Nullable String place(StreamReadException failure) {
        List<String> steps = new ArrayList<>();
        TokenStreamContext context =
                failure.processor() instanceof JsonParser parser
                        ? parser.streamReadContext()
                        : null;
        for (; context != null && !context.inRoot(); context = context.getParent()) {
            String name = context.currentName();
            steps.addFirst(
                    context.inArray() ? "[" + context.getCurrentIndex() + "]" : orEmpty(name));
        }
        return joined(steps.stream());
    }

    private static @Nullable String path(JacksonException failure) {
        return joined(failure.getPath().stream().map(BodyFaults::step));
    }

    private static @Nullable String joined(Stream<String> steps) {
        String path = steps.collect(Collectors.joining(".")).replace(".[", "[");
        return path.isEmpty() ? null : path.substring(0, Math.min(path.length(), MAX_FIELD));
    }

    private static String orEmpty(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static String step(JacksonException.Reference step) {
        String name = step.getPropertyName();
        return name == null ? "[" + step.getIndex() + "]" : name;
    }
}
