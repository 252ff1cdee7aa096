package io.keyledger.console.serviceuser;

import io.keyledger.client.api.Named;
import io.keyledger.client.api.Permissions;
import io.keyledger.client.api.Permissions.Rate;
import io.keyledger.client.api.Permissions.Route;
import io.keyledger.client.api.Permissions.Step;
import io.keyledger.client.api.Permissions.Why;
import io.keyledger.console.page.Times;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check would be answered, and every condition of it, as people would say it. */
record Trial(boolean allowed, boolean complete, @Nullable String reason, List<Line> lines) {

    /**
     * A condition.
     *
     * @param tone good, bad or plain
     * @param sign how it came out, in a word
     * @param policy whose guard it is
     */
    record Line(String tone, String sign, @Nullable Named policy, String text) {}

    private static final String HOLDS = "holds";
    private static final String FAILS = "fails";

    /**
     * @param keyNames by the keys' ids
     */
    static Trial of(Permissions.Trial tried, Map<String, String> keyNames, Times times) {
        return new Trial(
                tried.decision().equals("allow"),
                tried.complete(),
                tried.reason() == null ? null : words(tried.reason()),
                tried.steps().stream().map(step -> line(step, tried, keyNames, times)).toList());
    }

    private static Line line(
            Step step, Permissions.Trial tried, Map<String, String> keyNames, Times times) {
        return new Line(tone(step), sign(step), step.policy(), text(step, tried, keyNames, times));
    }

    private static String tone(Step step) {
        if (step.outcome().equals(HOLDS)) {
            return "good";
        }
        return step.outcome().equals(FAILS) && !isMonitored(step) ? "bad" : "plain";
    }

    private static String sign(Step step) {
        if (step.outcome().equals(HOLDS)) {
            return "✓ yes";
        }
        if (step.outcome().equals(FAILS)) {
            return isMonitored(step) ? "✗ noted only" : "✗ no";
        }
        return "? open";
    }

    private static boolean isMonitored(Step step) {
        return Boolean.TRUE.equals(step.monitored());
    }

    private static String text(
            Step step, Permissions.Trial tried, Map<String, String> keyNames, Times times) {
        boolean holds = step.outcome().equals(HOLDS);
        String said =
                switch (step.step()) {
                    case "key" -> key(step, tried.keyId(), keyNames);
                    case "service-user" ->
                            holds ? "It is enabled" : "It is " + lastWord(refusal(step));
                    case "network" ->
                            "the address %s is %s its networks"
                                    .formatted(
                                            Typed.text(tried.address()), holds ? "in" : "not in");
                    case "validity" ->
                            "that time is %s its validity".formatted(holds ? "within" : "outside");
                    case "key-age" ->
                            "the secret is %s".formatted(holds ? "young enough" : "too old");
                    case "weekly-window" ->
                            "that time is %s its hours of the week"
                                    .formatted(holds ? "within" : "outside");
                    case "route" -> route(step.route(), refusal(step));
                    case "permission" -> permission(step);
                    case "rate-limit" -> rate(step.rate(), times);
                    default -> words(step.step());
                };
        return noted(said.replace("  ", " "), step);
    }

    private static String noted(String said, Step step) {
        if (step.note() == null) {
            return said + ".";
        }
        return step.outcome().equals(HOLDS) || step.outcome().equals(FAILS)
                ? said + ": " + step.note() + "."
                : "not evaluated: " + step.note() + (said.isEmpty() ? "." : " (" + said + ").");
    }

    private static String key(Step step, @Nullable String keyId, Map<String, String> keyNames) {
        if (keyId == null) {
            return "No key of it can be used";
        }
        String name = keyNames.getOrDefault(keyId, keyId);
        if (refusal(step).equals("wrong-secret")) {
            return "Key %s cannot be used so".formatted(name);
        }
        return step.outcome().equals(HOLDS)
                ? "Key %s can be used".formatted(name)
                : "Key %s cannot be used: it is %s".formatted(name, lastWord(refusal(step)));
    }

    private static String route(@Nullable Route route, String refusal) {
        if (route == null) {
            return "No route leads there: " + words(refusal);
        }
        return "Route %s %s of %s %s"
                .formatted(
                        route.method(),
                        route.path(),
                        route.api(),
                        route.permission() == null
                                ? "is public"
                                : "requires " + route.permission());
    }

    private static String permission(Step step) {
        if (step.outcome().equals(HOLDS)) {
            String ways =
                    Typed.orNone(step.why()).stream()
                            .map(Trial::way)
                            .distinct()
                            .collect(Collectors.joining("; "));
            return "It holds %s by %s".formatted(step.permission(), ways);
        }
        return refusal(step).equals("resource-not-granted")
                ? "It holds %s for other resources only".formatted(step.permission())
                : "Nothing it has holds %s".formatted(step.permission());
    }

    private static String rate(@Nullable Rate rate, Times times) {
        return rate == null
                ? ""
                : "at most %d of %d used in this window, which ends %s"
                        .formatted(rate.leased(), rate.uses(), times.exact(rate.windowEnd()));
    }

    private static String way(Why why) {
        String group = why.group() == null ? "" : "group %s → ".formatted(why.group().name());
        String policy = why.policy() == null ? "" : "policy %s → ".formatted(why.policy().name());
        return group + policy + "role " + why.role().name();
    }

    private static String refusal(Step step) {
        return step.refusal() == null ? "" : step.refusal();
    }

    private static String lastWord(String code) {
        return code.substring(code.lastIndexOf('-') + 1);
    }

    private static String words(String code) {
        return code.replace('-', ' ');
    }
}
