package io.keyledger.command.check;

import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.check.NotRecorded;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * What a gateway is answered, in status and headers alone. A request that may pass has all identity
 * headers, so that a gateway that copies them overwrites whatever the client sent by these names.
 */
record ForwardAnswer(HttpServletResponse response) {

    static final String SERVICE_USER = "Keyledger-Service-User";
    static final String WORKSPACE = "Keyledger-Workspace";
    static final String KEY_ID = "Keyledger-Key-Id";
    static final String RECORD_ID = "Keyledger-Record-Id";
    static final String REASON = "Keyledger-Reason";

    private static final String ALLOWED = "allowed";

    ForwardAnswer {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    void give(CheckResult result) {
        switch (result) {
            case CallerRefused refused ->
                    refuse(HttpServletResponse.SC_FORBIDDEN, ofGateway(refused));
            case Decision decision -> give(decision);
        }
    }

    /** Not passed, for a reason that is in no record. */
    void refuse(int status, String reason) {
        response.setStatus(status);
        response.setHeader(REASON, reason);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }

    void unavailable(NotRecorded failure) {
        refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "not-recorded");
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(failure.retryAfterSeconds()));
    }

    private void give(Decision decision) {
        response.setHeader(RECORD_ID, decision.recordId().toString());
        KeyHolder holder = decision.keyHolder();
        DenyReason reason = decision.reason();
        if (holder != null) {
            response.setHeader(SERVICE_USER, holder.serviceUserId().toString());
            response.setHeader(WORKSPACE, holder.workspace());
            response.setHeader(KEY_ID, holder.keyId());
        }
        if (reason == null) {
            response.setHeader(REASON, ALLOWED);
            return;
        }
        boolean isKey = DenyReason.Kind.KEY == reason.kind() || holder == null;
        refuse(isKey ? 401 : 403, reason.publicCode());
        if (decision.retryAfterSeconds() > 0) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(decision.retryAfterSeconds()));
        }
    }

    /** Said apart from what is wrong with a client's key: it is the operator's to mend. */
    private static String ofGateway(CallerRefused refused) {
        return "gateway-" + refused.reason().publicCode();
    }
}
