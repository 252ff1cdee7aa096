package io.keyledger.console.page;

import io.keyledger.console.signin.Visitor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A section of the console: its pages, and what it takes to see them. */
public enum Section {
    SERVICE_USERS(Part.ACCESS, "service-users", "Service users", "u", "service-users:view"),
    PEOPLE(Part.ACCESS, "people", "People", "e", "people:view"),
    GROUPS(Part.ACCESS, "groups", "Groups", "p", "groups:view"),
    ROLES(Part.ACCESS, "roles", "Roles", "o", "roles:view"),
    POLICIES(Part.ACCESS, "policies", "Policies", "y", "policies:view"),
    APIS(Part.ACCESS, "apis", "Routes", "a", "routes:view"),
    TIMELINE(Part.AUDIT, "timeline", "Timeline", "t", "audit:view"),
    WHO_CAN(Part.AUDIT, "who-can", "Who can", "w", "audit:view", "service-users:view"),
    COMPARE(Part.AUDIT, "compare", "Compare", "m", "audit:view"),
    REPORTS(Part.AUDIT, "reports", "Reports", "v", "audit:view", "service-users:view"),
    INTEGRITY(Part.AUDIT, "integrity", "Integrity", "i", "audit:view"),
    EXPORTS(Part.AUDIT, "exports", "Exports", "x", "audit:view"),
    REPLAYS(Part.OPERATE, "replays", "Replays", "r", "replay:operate"),
    DEAD_LETTERS(Part.OPERATE, "dead-letters", "Dead letters", "d", "replay:operate"),
    HEALTH(Part.OPERATE, "health", "Health", "h", "replay:operate");

    private static final String WORKSPACES = "workspaces";
    private static final String SYSTEM = "system";

    /** A part of the menu. */
    private enum Part {
        ACCESS("Access"),
        AUDIT("Audit"),
        OPERATE("Operate");

        private final String heading;

        Part(String heading) {
            this.heading = heading;
        }
    }

    /** A part of the menu with those of its sections that somebody may see. */
    public record Menu(String heading, List<Section> sections) {

        public Menu {
            sections = List.copyOf(sections);
        }
    }

    private final Part part;
    private final String path;
    private final String text;
    private final String key;
    private final Set<String> rights;

    Section(Part part, String path, String text, String key, String... rights) {
        this.part = part;
        this.path = path;
        this.text = text;
        this.key = key;
        this.rights = Set.of(rights);
    }

    /** The menu of whoever looks at a workspace: what cannot be shown is not in it. */
    public static List<Menu> menu(Visitor visitor, String ws) {
        return Arrays.stream(Part.values())
                .map(part -> new Menu(part.heading, open(part, visitor, ws)))
                .filter(menu -> !menu.sections().isEmpty())
                .toList();
    }

    /** Where somebody begins in a workspace: the path behind it of the first in the menu. */
    public static String home(Visitor visitor, String ws) {
        return first(visitor, ws).map(Section::path).orElse(WORKSPACES);
    }

    /** The same at a moment, where that can be looked at. */
    static String home(Visitor visitor, String ws, Moment moment) {
        boolean then =
                moment.isPast()
                        && first(visitor, ws).filter(it -> it.part == Part.ACCESS).isPresent();
        return home(visitor, ws) + (then ? "?at=" + moment.sent() : "");
    }

    /** Whether somebody may see a page, by its path behind the workspace's. */
    public static boolean opens(Visitor visitor, String ws, String page) {
        return Arrays.stream(values())
                .anyMatch(it -> page.startsWith(it.path + "/") && it.isOpenTo(visitor, ws));
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The key that leads there after {@code g}. */
    public String key() {
        return key;
    }

    private static Optional<Section> first(Visitor visitor, String ws) {
        return Arrays.stream(values()).filter(it -> it.isOpenTo(visitor, ws)).findFirst();
    }

    private static List<Section> open(Part part, Visitor visitor, String ws) {
        return Arrays.stream(values())
                .filter(it -> it.part == part && it.isOpenTo(visitor, ws))
                .toList();
    }

    private boolean isOpenTo(Visitor visitor, String ws) {
        String where = part == Part.OPERATE ? SYSTEM : ws;
        return rights.stream().allMatch(right -> visitor.may(right, where));
    }
}
