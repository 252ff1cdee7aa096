package io.keyledger.command.web;

import static io.keyledger.command.rule.Fields.invalid;

import io.keyledger.command.policy.SecurityPolicyCommand.CreateSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.EditSecurityPolicy;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.shared.policy.AttributeCondition;
import io.keyledger.shared.policy.AttributeCondition.Operator;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.RateLimit;
import io.keyledger.shared.policy.ResourceScope;
import io.keyledger.shared.policy.ResourceScope.Match;
import io.keyledger.shared.policy.WeeklyWindow;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

/** Bodies of requests about security policies, and their commands. */
final class PolicyBodies {

    private static final Map<String, PolicyState> STATES =
            Map.of(
                    "disabled", PolicyState.DISABLED,
                    "monitoring", PolicyState.MONITORING,
                    "enabled", PolicyState.ENABLED);
    private static final Map<String, Match> MATCHES = Map.of("all", Match.ALL, "any", Match.ANY);
    private static final Map<String, Operator> OPERATORS =
            Map.of(
                    "=", Operator.EQUALS,
                    "in", Operator.IN,
                    "starts-with", Operator.STARTS_WITH);

    private PolicyBodies() {}

    /** A security policy to be created or edited; in an edit, what is left out stays. */
    record PolicyBody(
            @Nullable String name,
            @Nullable String description,
            @Schema(allowableValues = {"disabled", "monitoring", "enabled"}) @Nullable String state,
            @Nullable List<GrantBody> grants,
            @Nullable GuardsBody guards) {

        CreateSecurityPolicy creation(String workspace, UUID id) {
            return CreateSecurityPolicy.custom(
                    workspace,
                    id,
                    name,
                    description,
                    Objects.requireNonNullElse(wantedGrants(), List.of()),
                    Objects.requireNonNullElse(wantedGuards(), PolicyGuards.NONE),
                    Objects.requireNonNullElse(wantedState(), PolicyState.DISABLED));
        }

        EditSecurityPolicy edit(
                String workspace, UUID id, @Nullable ExpectedVersions expectedVersion) {
            return new EditSecurityPolicy(
                    workspace,
                    id,
                    name,
                    description,
                    wantedGrants(),
                    wantedGuards(),
                    wantedState(),
                    expectedVersion);
        }

        private @Nullable PolicyState wantedState() {
            return state == null ? null : oneOf("state", STATES, state);
        }

        private @Nullable List<PolicyGrant> wantedGrants() {
            return grants == null ? null : each("grants", grants, PolicyBodies::grant);
        }

        private @Nullable PolicyGuards wantedGuards() {
            return guards == null ? null : PolicyBodies.guards("guards", guards);
        }
    }

    record GrantBody(@Nullable UUID role, @Nullable ScopeBody resources) {}

    record ScopeBody(
            @Schema(allowableValues = {"all", "any"}) @Nullable String match,
            @Nullable List<ConditionBody> conditions) {}

    record ConditionBody(
            @Nullable String attribute,
            @Schema(allowableValues = {"=", "in", "starts-with"}) @Nullable String operator,
            @Nullable List<String> values) {}

    record GuardsBody(
            @Nullable List<String> networks,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter,
            @Nullable Integer maxKeyAgeDays,
            @Nullable List<WindowBody> weekly,
            @Nullable RateBody rateLimit) {}

    record WindowBody(
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to,
            @Nullable String zone) {}

    record RateBody(@Nullable Long uses, @Nullable Long perSeconds) {}

    private static PolicyGrant grant(String field, GrantBody body) {
        return new PolicyGrant(
                given(field + ".role", body.role()),
                body.resources() == null ? null : scope(field + ".resources", body.resources()));
    }

    private static ResourceScope scope(String field, ScopeBody body) {
        return new ResourceScope(
                oneOf(field + ".match", MATCHES, body.match()),
                each(field + ".conditions", body.conditions(), PolicyBodies::condition));
    }

    private static AttributeCondition condition(String field, ConditionBody body) {
        return new AttributeCondition(
                given(field + ".attribute", body.attribute()),
                oneOf(field + ".operator", OPERATORS, body.operator()),
                texts(field + ".values", body.values()));
    }

    private static PolicyGuards guards(String field, GuardsBody body) {
        List<WindowBody> weekly = Objects.requireNonNullElse(body.weekly(), List.of());
        RateBody rate = body.rateLimit();
        return new PolicyGuards(
                texts(field + ".networks", Objects.requireNonNullElse(body.networks(), List.of())),
                body.notBefore(),
                body.notAfter(),
                body.maxKeyAgeDays(),
                each(field + ".weekly", weekly, PolicyBodies::window),
                rate == null ? null : rateLimit(field + ".rateLimit", rate));
    }

    private static WeeklyWindow window(String field, WindowBody body) {
        return new WeeklyWindow(
                texts(field + ".days", body.days()),
                given(field + ".from", body.from()),
                given(field + ".to", body.to()),
                given(field + ".zone", body.zone()));
    }

    private static RateLimit rateLimit(String field, RateBody body) {
        return new RateLimit(
                given(field + ".uses", body.uses()),
                given(field + ".perSeconds", body.perSeconds()));
    }

    private static List<String> texts(String field, @Nullable List<String> texts) {
        return each(field, texts, (_, text) -> text);
    }

    private static <T, R> List<R> each(
            String field, @Nullable List<T> items, BiFunction<String, T, R> mapping) {
        List<R> mapped = new ArrayList<>();
        for (T item : given(field, items)) {
            String place = field + "[" + mapped.size() + "]";
            mapped.add(mapping.apply(place, given(place, item)));
        }
        return mapped;
    }

    private static <T> T oneOf(String field, Map<String, T> names, @Nullable String name) {
        T named = names.get(given(field, name));
        if (named == null) {
            throw invalid(
                    field,
                    "must be one of "
                            + String.join(", ", names.keySet().stream().sorted().toList()));
        }
        return named;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw invalid(field, "must be given");
        }
        return value;
    }
}
