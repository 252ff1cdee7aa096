package io.keyledger.command.rule;

import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.PermissionPattern;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** The forms of values. Lengths are in characters (code points) after trimming. */
public final class Fields {

    public static final int NAME_LENGTH = 64;
    public static final int DESCRIPTION_LENGTH = 500;
    public static final int OWNER_LENGTH = 200;
    public static final int LABELS = 32;
    public static final int LABEL_VALUE_LENGTH = 255;
    public static final int PERMISSIONS = 500;
    public static final int POLICIES = 20;

    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._@-]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9._/-]{1,63}");

    private Fields() {}

    public static String slug(String field, @Nullable String value) {
        if (value == null || !SLUG.matcher(value).matches()) {
            throw invalid(field, "must be 2 to 40 characters of a-z, 0-9 and -");
        }
        return value;
    }

    public static String name(String field, @Nullable String value) {
        String name = text(field, value, NAME_LENGTH);
        if (name.codePoints().allMatch(Fields::isUnseen)) {
            throw invalid(field, "must not be blank");
        }
        if (name.codePoints().anyMatch(Fields::breaksLines)) {
            throw invalid(field, "must be one line without tabs");
        }
        return name;
    }

    public static String username(String field, @Nullable String value) {
        String username = name(field, value);
        if (!USERNAME.matcher(username).matches()) {
            throw invalid(field, "may hold letters, digits, spaces and . _ - @");
        }
        return username;
    }

    public static String description(String field, @Nullable String value) {
        return value == null ? "" : text(field, value, DESCRIPTION_LENGTH);
    }

    public static @Nullable String owner(String field, @Nullable String value) {
        String owner = value == null ? "" : text(field, value, OWNER_LENGTH);
        return owner.isEmpty() ? null : owner;
    }

    public static Map<String, String> labels(String field, Map<String, String> labels) {
        if (labels.size() > LABELS) {
            throw invalid(field, "must be at most " + LABELS);
        }
        SortedMap<String, String> checked = new TreeMap<>();
        labels.forEach(
                (key, value) -> {
                    if (!LABEL.matcher(key).matches()) {
                        throw invalid(
                                field,
                                "must have keys of 1 to 63 characters of a-z, 0-9 and . _ / -");
                    }
                    checked.put(key, text(field, value, LABEL_VALUE_LENGTH));
                });
        return checked;
    }

    /** The permissions of a role, sorted, each once. */
    public static List<String> permissions(String field, List<String> permissions) {
        if (permissions.size() > PERMISSIONS) {
            throw invalid(field, "must be at most " + PERMISSIONS);
        }
        for (int i = 0; i < permissions.size(); i++) {
            permission(field + "[" + i + "]", permissions.get(i));
        }
        return List.copyOf(new TreeSet<>(permissions));
    }

    /** Ids in a body, each once. */
    public static List<UUID> ids(String field, List<UUID> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) == null) {
                throw invalid(field + "[" + i + "]", "must be an id");
            }
        }
        return ids.stream().distinct().toList();
    }

    /** Ids of the security policies of one user or group. */
    public static List<UUID> policies(String field, List<UUID> policies) {
        List<UUID> ids = ids(field, policies);
        if (ids.size() > POLICIES) {
            throw invalid(field, "must be at most " + POLICIES);
        }
        return ids;
    }

    /** A time to the microsecond, which is what is kept, in a year of four digits. */
    public static @Nullable Instant time(String field, @Nullable Instant time) {
        if (time == null) {
            return null;
        }
        if (time.isBefore(FIRST_TIME) || !time.isBefore(END_OF_TIME)) {
            throw invalid(field, "must be in a year of four digits");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    public static Rejected invalid(String field, String why) {
        return new Rejected(RejectionCode.INVALID_VALUE, field + " " + why, field);
    }

    private static void permission(String field, @Nullable String permission) {
        if (permission == null || !PermissionPattern.isPattern(permission)) {
            throw invalid(
                    field,
                    "must be resource:action in lower-case words, such as catalog.assets:view,"
                            + " catalog.*:view or catalog:*");
        }
        if (OwnerPermissions.isReserved(new PermissionPattern(permission))) {
            throw new Rejected(
                    RejectionCode.OWNER_ONLY,
                    permission + " is reserved to workspace owners",
                    field);
        }
    }

    private static String text(String field, @Nullable String value, int length) {
        if (value == null) {
            throw invalid(field, "must be given");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw invalid(field, "holds half a character");
        }
        if (value.codePoints().anyMatch(Fields::isControl)) {
            throw invalid(field, "holds control characters");
        }
        String text = value.strip();
        if (text.codePointCount(0, text.length()) > length) {
            throw invalid(field, "must be at most " + length + " characters");
        }
        return text;
    }

    private static boolean isControl(int character) {
        return Character.getType(character) == Character.CONTROL
                && character != '\n'
                && character != '\t';
    }

    private static boolean isUnseen(int character) {
        return Character.isSpaceChar(character)
                || Character.isWhitespace(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean breaksLines(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
