package io.keyledger.command.policy;

import static io.keyledger.command.rule.Fields.invalid;

import io.keyledger.command.rule.Fields;
import io.keyledger.shared.policy.AttributeCondition;
import io.keyledger.shared.policy.AttributeCondition.Operator;
import io.keyledger.shared.policy.Cidr;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.RateLimit;
import io.keyledger.shared.policy.ResourceScope;
import io.keyledger.shared.policy.WeeklyWindow;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The forms of what a policy holds. */
final class PolicyFields {

    static final int GRANTS = 50;
    static final int CONDITIONS = 20;
    static final int VALUES = 100;
    static final int VALUE_LENGTH = 256;
    static final int NETWORKS = 100;
    static final int WINDOWS = 20;
    static final int MAX_KEY_AGE_DAYS = 3_650;
    static final long USES = 1_000_000_000;
    static final long PER_SECONDS = 2_678_400;

    private static final Pattern ATTRIBUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9._-]{0,63}");

    private PolicyFields() {}

    /** Grants, each once. */
    static List<PolicyGrant> grants(String field, List<PolicyGrant> grants) {
        mustBeAtMost(field, grants.size(), GRANTS);
        for (int i = 0; i < grants.size(); i++) {
            ResourceScope scope = grants.get(i).resources();
            if (scope != null) {
                conditions(field + "[" + i + "].resources.conditions", scope.conditions());
            }
        }
        return grants.stream().distinct().toList();
    }

    static PolicyGuards guards(String field, PolicyGuards guards) {
        networks(field + ".networks", guards.networks());
        Instant notBefore = Fields.time(field + ".notBefore", guards.notBefore());
        Instant notAfter = Fields.time(field + ".notAfter", guards.notAfter());
        if (notBefore != null && notAfter != null && !notBefore.isBefore(notAfter)) {
            throw invalid(field + ".notAfter", "must be after notBefore");
        }
        Integer days = guards.maxKeyAgeDays();
        if (days != null) {
            mustLie(field + ".maxKeyAgeDays", days, MAX_KEY_AGE_DAYS);
        }
        weekly(field + ".weekly", guards.weekly());
        rateLimit(field + ".rateLimit", guards.rateLimit());
        return new PolicyGuards(
                guards.networks().stream().distinct().toList(),
                notBefore,
                notAfter,
                days,
                guards.weekly().stream().distinct().toList(),
                guards.rateLimit());
    }

    private static void conditions(String field, List<AttributeCondition> conditions) {
        if (conditions.isEmpty()) {
            throw invalid(field, "must hold a condition; without resources all are meant");
        }
        mustBeAtMost(field, conditions.size(), CONDITIONS);
        for (int i = 0; i < conditions.size(); i++) {
            condition(field + "[" + i + "]", conditions.get(i));
        }
    }

    private static void condition(String field, AttributeCondition condition) {
        if (!ATTRIBUTE.matcher(condition.attribute()).matches()) {
            throw invalid(
                    field + ".attribute",
                    "must be a letter and then up to 63 of letters, digits and . _ -");
        }
        List<String> values = condition.values();
        if (values.isEmpty()) {
            throw invalid(field + ".values", "must hold a value");
        }
        if (condition.operator() == Operator.EQUALS && values.size() > 1) {
            throw invalid(field + ".values", "must be one for =; in compares with several");
        }
        mustBeAtMost(field + ".values", values.size(), VALUES);
        for (int i = 0; i < values.size(); i++) {
            value(field + ".values[" + i + "]", values.get(i));
        }
    }

    /** Compared as it is, so nothing is trimmed. */
    private static void value(String field, String value) {
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > VALUE_LENGTH) {
            throw invalid(field, "must be 1 to " + VALUE_LENGTH + " characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)
                || value.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid(field, "holds control characters or half a character");
        }
    }

    private static void networks(String field, List<String> networks) {
        mustBeAtMost(field, networks.size(), NETWORKS);
        for (int i = 0; i < networks.size(); i++) {
            if (Cidr.parse(networks.get(i)).isEmpty()) {
                throw invalid(
                        field + "[" + i + "]",
                        "must be a network such as 10.1.0.0/16 or 2001:db8::/32, without host bits");
            }
        }
    }

    private static void weekly(String field, List<WeeklyWindow> windows) {
        mustBeAtMost(field, windows.size(), WINDOWS);
        for (int i = 0; i < windows.size(); i++) {
            window(field + "[" + i + "]", windows.get(i));
        }
    }

    private static void window(String field, WeeklyWindow window) {
        if (window.days().isEmpty()) {
            throw invalid(field + ".days", "must name a day");
        }
        for (int i = 0; i < window.days().size(); i++) {
            if (WeeklyWindow.day(window.days().get(i)).isEmpty()) {
                throw invalid(field + ".days[" + i + "]", "must be a day such as monday");
            }
        }
        if (window.days().stream().distinct().count() < window.days().size()) {
            throw invalid(field + ".days", "must name each day once");
        }
        if (!WeeklyWindow.isTime(window.from())) {
            throw invalid(field + ".from", "must be a time such as 08:30");
        }
        if (!WeeklyWindow.isZone(window.zone())) {
            throw invalid(field + ".zone", "must be UTC or a region such as Europe/Berlin");
        }
        if (!window.usable()) {
            throw invalid(field + ".to", "must be a time such as 17:30, or 24:00");
        }
    }

    private static void rateLimit(String field, @Nullable RateLimit limit) {
        if (limit != null) {
            mustLie(field + ".uses", limit.uses(), USES);
            mustLie(field + ".perSeconds", limit.perSeconds(), PER_SECONDS);
        }
    }

    private static void mustBeAtMost(String field, int size, int most) {
        if (size > most) {
            throw invalid(field, "must be at most " + most);
        }
    }

    private static void mustLie(String field, long value, long most) {
        if (value < 1 || value > most) {
            throw invalid(field, "must be 1 to " + most);
        }
    }
}
