package io.keyledger.console.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** A request for what was kept, as if the form were sent now. */
public final class SentAgain extends HttpServletRequestWrapper {

    private final Map<String, String[]> fields;

    public SentAgain(HttpServletRequest request, KeptForm form) {
        super(request);
        this.fields = Collections.unmodifiableMap(form.fields());
    }

    @Override
    public String getMethod() {
        return HttpMethod.POST.name();
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return fields;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }
}
