package io.keyledger.console.policy;

import io.keyledger.console.edit.Field;

import java.util.List;

/** What of a policy is compared, told and merged: each guard and each grant by itself. */
final class PolicyFields {

    static final List<Field> ALL =
            List.of(
                    Field.text("name", "Name"),
                    Field.text("description", "Description"),
                    Field.text("state", "State"),
                    Field.lines("networks", "Networks"),
                    Field.together("notBefore", "Not before", PolicyFields::utc, "notBefore"),
                    Field.together("notAfter", "Not after", PolicyFields::utc, "notAfter"),
                    Field.together(
                            "maxKeyAgeDays", "Oldest key", PolicyFields::days, "maxKeyAgeDays"),
                    Field.together(
                            "rateLimit", "Uses at most", PolicyFields::rate, "uses", "perSeconds"),
                    Field.rows(
                            "weekly",
                            "Weekly hours",
                            WindowRow.class,
                            WindowRow::tidy,
                            (row, _) -> row.told()),
                    Field.rows(
                            "grants",
                            "Granted roles",
                            GrantRow.class,
                            GrantRow::tidy,
                            GrantRow::told));

    private PolicyFields() {}

    private static String utc(List<String> time) {
        return time.getFirst().isEmpty() ? "" : time.getFirst().replace('T', ' ') + " UTC";
    }

    private static String days(List<String> days) {
        return days.getFirst().isEmpty() ? "" : days.getFirst() + " days";
    }

    private static String rate(List<String> limit) {
        boolean none = limit.stream().allMatch(String::isEmpty);
        return none ? "" : limit.getFirst() + " in " + limit.getLast() + " seconds";
    }
}
