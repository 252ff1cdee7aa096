package io.keyledger.console.signin;

import io.keyledger.console.kept.KeptForm;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

import java.util.HashMap;
import java.util.Map;

/** What every form carries besides its fields: the session's token, and whom it is shown to. */
final class HiddenFields implements RequestDataValueProcessor {

    private final CsrfRequestDataValueProcessor tokens = new CsrfRequestDataValueProcessor();

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        return tokens.processAction(request, action, method);
    }

    @Override
    public String processFormFieldValue(
            HttpServletRequest request, @Nullable String name, String value, String type) {
        return value;
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        Map<String, String> token = tokens.getExtraHiddenFields(request);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (token == null || token.isEmpty() || !(who instanceof SignedIn signedIn)) {
            return token;
        }
        Map<String, String> fields = new HashMap<>(token);
        fields.put(KeptForm.BY, signedIn.visitor().id());
        return fields;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return url;
    }
}
