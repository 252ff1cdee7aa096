package io.keyledger.shared.policy;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The hours of a {@link WeeklyWindow}, read once and asked for many moments. */
public final class WeeklyHours {

    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private final LocalTime from;
    private final @Nullable LocalTime to;
    private final ZoneId zone;

    private WeeklyHours(WeeklyWindow window) {
        window.days().forEach(day -> WeeklyWindow.day(day).ifPresent(days::add));
        from = LocalTime.parse(window.from());
        to = window.toMidnight() ? null : LocalTime.parse(window.to());
        zone = ZoneId.of(window.zone());
    }

    /** Those of the window, or nothing if it is not usable. */
    public static Optional<WeeklyHours> of(WeeklyWindow window) {
        return window.usable() ? Optional.of(new WeeklyHours(window)) : Optional.empty();
    }

    /** Whether the moment lies in them. */
    public boolean contains(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        DayOfWeek day = local.getDayOfWeek();
        LocalTime time = local.toLocalTime();
        boolean begun = days.contains(day) && !time.isBefore(from);
        if (to == null) {
            return begun;
        }
        return from.isBefore(to)
                ? begun && time.isBefore(to)
                : begun || (days.contains(day.minus(1)) && time.isBefore(to));
    }
}
