package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What callers are told while more checks wait than the gate takes. */
class OverloadedCheckTest extends WithGateway {

    /** Of a thousand checks each; some four of them may wait. */
    private static final int REQUESTS = 8;

    @Test
    @Timeout(60)
    void whoFindsTheLineFullIsToldSoAndWhenToTryAgain() throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE store.key_use_batch IN ACCESS EXCLUSIVE MODE");
            List<Future<Answer>> asked =
                    Collections.nCopies(REQUESTS, true).stream()
                            .map(_ -> callers.submit(OverloadedCheckTest::aThousandChecks))
                            .toList();
            for (Future<Answer> each : asked) {
                answers.add(each.get());
            }
        }
        List<Answer> refused =
                answers.stream()
                        .filter(answer -> answer.status() == 503)
                        .filter(answer -> answer.text("code").equals("overloaded"))
                        .toList();
        assertThat(refused).isNotEmpty();
        assertThat(refused).allMatch(answer -> "1".equals(answer.header("Retry-After")));
        assertThat(statusInTheEnd()).isEqualTo(200);
    }

    /** Those that were held up are found out first. */
    private static int statusInTheEnd() throws InterruptedException {
        int status = aThousandChecks().status();
        for (int tries = 0; tries < 100 && status == 503; tries++) {
            Thread.sleep(100);
            status = aThousandChecks().status();
        }
        return status;
    }

    private static Answer aThousandChecks() {
        String check =
                "{\"key\": \"%s\", \"permission\": \"catalog.assets:view\"}"
                        .formatted(gateway.clientKey());
        return node.api(gateway.gatewayKey())
                .post(
                        "/checks:batch",
                        "{\"checks\": ["
                                + String.join(",", Collections.nCopies(1_000, check))
                                + "]}");
    }
}
