package io.keyledger.console.moment;

import io.keyledger.console.page.Address;
import io.keyledger.console.page.Moment;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the header offers on pages that can be looked at as of a moment.
 *
 * @param address of the page, for the field's form
 * @param kept its other parameters
 * @param now the address of the page as it is now
 * @param choices moments that are often looked at
 * @param steps from the moment that is looked at to others near it
 * @param dial to turn through all the time that there is
 * @param notYet when the workspace was created, if that was later
 */
public record TimeControl(
        String address,
        Map<String, String> kept,
        String now,
        List<Choice> choices,
        List<Choice> steps,
        @Nullable Dial dial,
        @Nullable Instant notYet) {

    /**
     * Another moment.
     *
     * @param key that goes there, if there is one
     */
    public record Choice(String text, String address, @Nullable String key) {}

    private static final Map<String, Duration> OFTEN = durations();

    static TimeControl of(
            HttpServletRequest request, Moment moment, @Nullable Instant created, Instant clock) {
        Address page = Address.of(request).without(Moment.PARAMETER).without("cursor");
        Instant at = moment.at();
        Instant second = clock.truncatedTo(ChronoUnit.SECONDS);
        List<Choice> choices = new ArrayList<>();
        OFTEN.forEach(
                (text, ago) -> choices.add(new Choice(text, to(page, second.minus(ago)), null)));
        return new TimeControl(
                page.path(),
                page.parameters(),
                page.text(),
                choices,
                at == null ? List.of() : steps(page, at, clock),
                Dial.of(created, at, clock),
                at == null || created == null || !at.isBefore(created) ? null : created);
    }

    private static List<Choice> steps(Address page, Instant at, Instant clock) {
        List<Choice> steps = new ArrayList<>();
        Duration day = Duration.ofDays(1);
        Duration hour = Duration.ofHours(1);
        steps.add(new Choice("a day earlier", to(page, at.minus(day)), "{"));
        steps.add(new Choice("an hour earlier", to(page, at.minus(hour)), "["));
        if (at.plus(hour).isBefore(clock)) {
            steps.add(new Choice("an hour later", to(page, at.plus(hour)), "]"));
        }
        if (at.plus(day).isBefore(clock)) {
            steps.add(new Choice("a day later", to(page, at.plus(day)), "}"));
        }
        return steps;
    }

    private static String to(Address page, Instant at) {
        return page.with(Moment.PARAMETER, at.toString()).text();
    }

    private static Map<String, Duration> durations() {
        Map<String, Duration> often = new java.util.LinkedHashMap<>();
        often.put("5 minutes ago", Duration.ofMinutes(5));
        often.put("an hour ago", Duration.ofHours(1));
        often.put("a day ago", Duration.ofDays(1));
        often.put("7 days ago", Duration.ofDays(7));
        often.put("30 days ago", Duration.ofDays(30));
        often.put("90 days ago", Duration.ofDays(90));
        return often;
    }
}
