package io.keyledger.query.trial;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.access.decision.FoundRoute;
import io.keyledger.query.current.Named;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a check would be answered.
 *
 * @param decision {@code allow} or {@code deny}, by everything that could be evaluated
 * @param reason code of the refusal a check would give; {@code no-key} if there is none to check
 * @param policy whose guard would refuse it
 * @param complete whether everything was evaluated
 * @param time of the use that was tried
 * @param steps every condition, in the order in which they are asked
 * @param versions what was decided on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialView(
        String decision,
        @Nullable String reason,
        @Nullable Named policy,
        boolean complete,
        Instant time,
        @Nullable String address,
        @Nullable String keyId,
        List<Step> steps,
        List<Version> versions) {

    TrialView {
        steps = List.copyOf(steps);
        versions = List.copyOf(versions);
    }

    /** How a condition came out. */
    enum Outcome {
        HOLDS,
        FAILS,
        NOT_EVALUATED;

        static Outcome of(boolean holds) {
            return holds ? HOLDS : FAILS;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A condition.
     *
     * @param step key, service-user, network, validity, key-age, weekly-window, route, permission
     *     or rate-limit
     * @param outcome holds, fails or not-evaluated
     * @param refusal code of the refusal that it gives when it fails
     * @param note what else there is to say of it
     * @param policy whose guard it is
     * @param monitored true if the policy only notes what it would refuse
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Step(
            String step,
            String outcome,
            @Nullable String refusal,
            @Nullable String note,
            @Nullable Named policy,
            @Nullable Boolean monitored,
            @Nullable Route route,
            @Nullable String permission,
            @Nullable List<Why> why,
            @Nullable Rate rate) {

        static Step of(String step, Outcome outcome, @Nullable String refusal) {
            return new Step(
                    step, outcome.text(), refusal, null, null, null, null, null, null, null);
        }

        Step noted(@Nullable String newNote) {
            return new Step(
                    step,
                    outcome,
                    refusal,
                    newNote,
                    policy,
                    monitored,
                    route,
                    permission,
                    why,
                    rate);
        }

        Step by(Named newPolicy, boolean onlyMonitored) {
            return new Step(
                    step,
                    outcome,
                    refusal,
                    note,
                    newPolicy,
                    onlyMonitored ? true : null,
                    route,
                    permission,
                    why,
                    rate);
        }

        Step along(@Nullable Route newRoute) {
            return new Step(
                    step,
                    outcome,
                    refusal,
                    note,
                    policy,
                    monitored,
                    newRoute,
                    permission,
                    why,
                    rate);
        }

        Step about(String newPermission, List<Why> newWhy) {
            return new Step(
                    step,
                    outcome,
                    refusal,
                    note,
                    policy,
                    monitored,
                    route,
                    newPermission,
                    newWhy,
                    rate);
        }

        Step counting(Rate newRate) {
            return new Step(
                    step,
                    outcome,
                    refusal,
                    note,
                    policy,
                    monitored,
                    route,
                    permission,
                    why,
                    newRate);
        }

        boolean isEvaluated() {
            return !outcome.equals(Outcome.NOT_EVALUATED.text());
        }
    }

    /** A way by which the permission is held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(@Nullable Named group, @Nullable Named policy, Named role) {}

    /** The route that the request leads to; without a permission it is public. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Route(UUID id, String api, String method, String path, @Nullable String permission) {

        static @Nullable Route of(@Nullable FoundRoute found) {
            return found == null
                    ? null
                    : new Route(
                            found.route().routeId(),
                            found.api().name(),
                            found.route().method(),
                            found.route().path(),
                            found.route().permission());
        }
    }

    /**
     * Uses of a window.
     *
     * @param leased how many nodes have taken for themselves, which is the most that may be used
     * @param windowEnd the first moment after it
     */
    record Rate(long leased, long uses, Instant windowEnd) {}

    /** An entity and the version of it that was decided on. */
    record Version(String kind, UUID id, long version) {

        static Version of(EntityVersion entity) {
            return new Version(
                    entity.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entity.id(),
                    entity.version());
        }
    }
}
