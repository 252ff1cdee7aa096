package io.keyledger.access.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request's failure as its caller is told: stable code, one sentence, and the field at fault if
 * there is one. Neither may hold a secret or anything of the inside.
 */
public class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final @Nullable String field;
    private final transient HttpHeaders headers = new HttpHeaders();

    public ApiProblem(HttpStatus status, String code, String detail) {
        this(status, code, detail, null);
    }

    public ApiProblem(HttpStatus status, String code, String detail, @Nullable String field) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.field = field;
    }

    /** A value that is not as it must be: 400, {@code invalid-value}. */
    public static ApiProblem invalid(String field, String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "invalid-value", detail, field);
    }

    /** The same problem, answered with one more header. */
    public ApiProblem with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String field() {
        return field;
    }

    public HttpHeaders headers() {
        return headers;
    }
}
