package io.keyledger.command.check;

import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.server.Exchange;
import io.keyledger.shared.use.RecordId;

import org.springframework.http.HttpHeaders;

/**
 * What a gateway is answered, in status and headers alone. A request that may pass has all identity
 * headers, so that a gateway that copies them overwrites whatever the client sent by these names.
 */
record ForwardAnswer(Exchange exchange) {

    static final String SERVICE_USER = "Keyledger-Service-User";
    static final String WORKSPACE = "Keyledger-Workspace";
    static final String KEY_ID = "Keyledger-Key-Id";
    static final String RECORD_ID = "Keyledger-Record-Id";
    static final String REASON = "Keyledger-Reason";

    private static final String ALLOWED = "allowed";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    ForwardAnswer {
        exchange.with(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    void give(CheckResult result) {
        switch (result) {
            case CallerRefused refused -> refuse(FORBIDDEN, ofGateway(refused));
            case Decision decision -> give(decision);
        }
    }

    /** Not passed, for a reason that is in no record. */
    void refuse(int status, String reason) {
        exchange.with(REASON, reason);
        if (status == UNAUTHORIZED) {
            exchange.with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        exchange.answer(status);
    }

    void unavailable(NotRecorded failure) {
        retryAfter(failure.retryAfterSeconds());
        refuse(UNAVAILABLE, failure.code());
    }

    private void give(Decision decision) {
        RecordId recordId = decision.publicRecordId();
        if (recordId != null) {
            exchange.with(RECORD_ID, recordId.toString());
        }
        KeyHolder holder = decision.keyHolder();
        DenyReason reason = decision.reason();
        if (holder != null) {
            exchange.with(SERVICE_USER, holder.serviceUserId().toString());
            exchange.with(WORKSPACE, holder.workspace());
            exchange.with(KEY_ID, holder.keyId());
        }
        if (decision.retryAfterSeconds() > 0) {
            retryAfter(decision.retryAfterSeconds());
        }
        if (reason == null) {
            exchange.with(REASON, ALLOWED).answer(OK);
        } else {
            boolean isKey = DenyReason.Kind.KEY == reason.kind() || holder == null;
            refuse(isKey ? UNAUTHORIZED : FORBIDDEN, reason.publicCode());
        }
    }

    private void retryAfter(long seconds) {
        exchange.with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** Said apart from what is wrong with a client's key: it is the operator's to mend. */
    private static String ofGateway(CallerRefused refused) {
        return "gateway-" + refused.reason().publicCode();
    }
}
