package io.keyledger.shared.policy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hours of some days of the week by the clocks of a time zone, which are set forward and back as
 * that zone's are: an hour that a day does not have is in no window, one that it has twice is in it
 * twice.
 *
 * @param days names in lower case, such as {@code monday}
 * @param from first minute, {@code HH:mm}
 * @param to first minute after, {@code HH:mm} or {@code 24:00}; not after {@code from} means of the
 *     next day
 * @param zone a region of the IANA time zone database, or {@code UTC}
 */
public record WeeklyWindow(List<String> days, String from, String to, String zone) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final String MIDNIGHT_AFTER = "24:00";

    public WeeklyWindow {
        days = List.copyOf(days);
    }

    /** Whether days, times and zone are ones. */
    public boolean usable() {
        return !days.isEmpty()
                && days.stream().allMatch(day -> day(day).isPresent())
                && isTime(from)
                && (isTime(to) || toMidnight())
                && isZone(zone);
    }

    boolean toMidnight() {
        return to.equals(MIDNIGHT_AFTER);
    }

    /** The day of that name, if it is one. */
    public static Optional<DayOfWeek> day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (nameOf(day).equals(name)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    public static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }

    /** Whether it is a region or UTC; offsets are none, they know no summer. */
    public static boolean isZone(String text) {
        try {
            return text.equals("UTC")
                    || (text.indexOf('/') > 0 && ZoneId.of(text).getId().equals(text));
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static String nameOf(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
