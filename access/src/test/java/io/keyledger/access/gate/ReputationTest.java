package io.keyledger.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.gate.Place.Trust;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.shared.id.KeyId;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

class ReputationTest {

    private static final ApiKeyText KEY = key();
    private static final Source HERE = source("192.0.2.7");
    private static final Source THERE = source("192.0.2.8");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final Reputation reputation = new Reputation(now::get);

    @Test
    void aKeyIsKnownOnceItWasFoundGood() {
        assertThat(reputation.placeOf(check(KEY, HERE)))
                .isEqualTo(new Place(Trust.STRANGER, "192.0.2.7/32"));
        learn(check(KEY, HERE), decision(null, KEY));
        assertThat(reputation.placeOf(check(KEY, HERE))).isEqualTo(new Place(Trust.KNOWN, "acme"));
        assertThat(reputation.placeOf(check(KEY, THERE))).isEqualTo(new Place(Trust.KNOWN, "acme"));
        assertThat(reputation.placeOf(check(key(), HERE)).isKnown()).isFalse();
    }

    @Test
    void aRefusedUseOfAGoodKeyMakesItKnownAndNobodySuspicious() {
        for (int i = 0; i < 100; i++) {
            learn(check(KEY, HERE), decision(DenyReason.PERMISSION_NOT_GRANTED, KEY));
        }
        assertThat(reputation.placeOf(check(KEY, HERE))).isEqualTo(new Place(Trust.KNOWN, "acme"));
    }

    @Test
    void aNetworkThatGuessesWaitsByItselfWhateverItShows() {
        learn(check(KEY, HERE), decision(null, KEY));
        guess(Reputation.TOLERATED);
        assertThat(reputation.placeOf(check(KEY, HERE)).isKnown()).isTrue();
        guess(1);
        assertThat(reputation.placeOf(check(KEY, HERE)))
                .isEqualTo(new Place(Trust.SUSPECT, "192.0.2.7/32"));
        assertThat(reputation.placeOf(check(KEY, THERE)).isKnown()).isTrue();
    }

    @Test
    void whoStopsGuessingIsTrustedAgain() {
        learn(check(KEY, HERE), decision(null, KEY));
        guess(Reputation.TOLERATED + 1);
        now.addAndGet(Reputation.WINDOW.toNanos());
        learn(check(KEY, THERE), decision(null, KEY));
        assertThat(reputation.placeOf(check(KEY, HERE)).isKnown()).isFalse();
        now.addAndGet(Reputation.WINDOW.toNanos());
        learn(check(KEY, THERE), decision(null, KEY));
        assertThat(reputation.placeOf(check(KEY, HERE)).isKnown()).isTrue();
    }

    @Test
    void aGatewayThatDoesNotSayWhereIsTheSourceItself() {
        CheckRequest silent =
                new BehalfCheck(
                        new PresentedKey.WellFormed(key()),
                        HERE,
                        new PresentedKey.WellFormed(KEY),
                        Checks.asked("a:view"),
                        Source.UNKNOWN);
        assertThat(reputation.placeOf(silent).party()).isEqualTo("192.0.2.7/32");
        assertThat(reputation.placeOf(check(KEY, Source.UNKNOWN)).party()).isEqualTo("nowhere");
    }

    @Test
    void aCallerThatGuessesHarmsHisOwnNetwork() {
        learn(check(KEY, THERE), decision(null, KEY));
        CheckRequest behalf =
                new BehalfCheck(
                        new PresentedKey.WellFormed(key()),
                        HERE,
                        new PresentedKey.WellFormed(KEY),
                        Checks.asked("a:view"),
                        THERE);
        for (int i = 0; i <= Reputation.TOLERATED; i++) {
            learn(behalf, new CallerRefused(DenyReason.UNKNOWN_KEY, id(), Instant.EPOCH));
        }
        assertThat(reputation.placeOf(check(KEY, THERE)).isKnown()).isTrue();
        assertThat(reputation.placeOf(check(KEY, HERE)).isKnown()).isFalse();
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            learn(check(key(), HERE), decision(DenyReason.UNKNOWN_KEY, null));
        }
    }

    private void learn(CheckRequest request, CheckResult result) {
        reputation.learn(List.of(request), List.of(result));
    }

    private static CheckRequest check(ApiKeyText key, Source source) {
        return new DirectCheck(new PresentedKey.WellFormed(key), Checks.asked("a:view"), source);
    }

    private static Decision decision(@Nullable DenyReason reason, @Nullable ApiKeyText key) {
        KeyHolder holder =
                key == null ? null : new KeyHolder(UUID.randomUUID(), "u", "acme", key.keyId());
        return new Decision(reason, holder, null, null, null, null, 0, null, id(), Instant.EPOCH);
    }

    private static RecordId id() {
        return new RecordId(UUID.randomUUID(), 0, 0);
    }

    private static Source source(String address) {
        return new Source(SourceAddress.parse(address).orElseThrow(), null, null);
    }

    private static ApiKeyText key() {
        return ApiKeyText.generate(KeyId.of(UUID.randomUUID()), new SecureRandom());
    }
}
