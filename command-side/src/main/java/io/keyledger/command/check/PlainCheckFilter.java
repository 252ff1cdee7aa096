package io.keyledger.command.check;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.Decision;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.ProblemAdvice;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.web.RequestKey;
import io.keyledger.access.web.RequestSource;
import io.keyledger.command.rule.Rejected;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Set;

/**
 * Answers checks that come as most do, a JSON body of told length and nothing unusual about the
 * request, without Spring MVC: its way to a handler and back took a sixth of a check's processor
 * time. Everything else, and every body that cannot be asked, goes on to {@link CheckController},
 * which alone says what is wrong with it.
 */
final class PlainCheckFilter extends OncePerRequestFilter {

    static final String PATH = "/api/v1/checks";

    private static final int LARGEST = 16 * 1024;
    private static final Set<String> ACCEPTED = Set.of("*/*", MediaType.APPLICATION_JSON_VALUE);

    private final CheckGate gate;
    private final ProblemAdvice problems;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    PlainCheckFilter(CheckGate gate, ProblemAdvice problems, JsonMapper json) {
        this.gate = gate;
        this.problems = problems;
        this.reader = json.readerFor(CheckBody.class);
        this.writer = json.writerFor(CheckAnswer.class);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().equals(PATH)
                || !request.getMethod().equals("POST")
                || request.getQueryString() != null
                || !MediaType.APPLICATION_JSON_VALUE.equals(request.getContentType())
                || request.getContentLengthLong() < 1
                || request.getContentLengthLong() > LARGEST
                || (accept != null && !ACCEPTED.contains(accept));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(request.getContentLength());
        BehalfCheck check = checkIn(body, request);
        if (check == null) {
            chain.doFilter(new ReadRequest(request, body), response);
            return;
        }
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context -> context.setPathPattern(PATH));
        try {
            switch (gate.check(check)) {
                case Decision decision -> write(response, CheckAnswer.of(decision));
                case CallerRefused refused -> throw Problems.refused(refused.reason());
            }
        } catch (RuntimeException refusal) {
            problems.answer(refusal, request, response);
        }
    }

    /** Null if there is none that can be asked. */
    private @Nullable BehalfCheck checkIn(byte[] body, HttpServletRequest request) {
        try {
            PresentedKey caller = RequestKey.of(request).orElse(null);
            CheckBody asked = caller == null ? null : reader.readValue(body);
            return caller == null || asked == null
                    ? null
                    : asked.of(caller, RequestSource.of(request));
        } catch (ApiProblem | JacksonException | Rejected _) {
            return null;
        }
    }

    private void write(HttpServletResponse response, CheckAnswer answer) throws IOException {
        byte[] body = writer.writeValueAsBytes(answer);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
