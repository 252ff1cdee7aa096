package io.keyledger.client;

import org.springframework.http.client.ClientHttpResponse;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;

/** For programs, which lose nothing by waiting: up to {@value TRIES} tries, however long. */
final class Stubborn implements Patience {

    static final int TRIES = 3;

    @Override
    public ClientHttpResponse await(Attempt attempt, boolean repeatable) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                ClientHttpResponse answer = attempt.send();
                boolean unavailable = UNAVAILABLE.contains(answer.getStatusCode().value());
                if (!unavailable || !repeatable || tries == TRIES) {
                    return answer;
                }
                Duration pause = Pauses.asked(answer.getHeaders());
                answer.close();
                Pauses.rest(pause);
            } catch (IOException e) {
                boolean neverSent = e instanceof ConnectException;
                if (tries == TRIES || !repeatable && !neverSent) {
                    throw e;
                }
            }
        }
    }
}
