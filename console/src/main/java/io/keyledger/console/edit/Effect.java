package io.keyledger.console.edit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What comes of a change, besides that its fields are others.
 *
 * @param untold a sentence that says which permissions are not told; null if all are
 * @param gained permissions that come with it; null if it is about none
 * @param lost permissions that go with it
 * @param felt sentences that tell who feels it
 * @param whom those who do, by name
 */
public record Effect(
        @Nullable String untold,
        @Nullable List<String> gained,
        List<Lost> lost,
        List<String> felt,
        List<Whom> whom) {

    public Effect {
        gained = gained == null ? null : List.copyOf(gained);
        lost = List.copyOf(lost);
        felt = List.copyOf(felt);
        whom = List.copyOf(whom);
    }

    /**
     * A permission that goes.
     *
     * @param really from whom in effect, in words; null if that is not known
     */
    public record Lost(String permission, @Nullable String really) {

        static Lost held(String permission) {
            return new Lost(permission, null);
        }
    }

    /**
     * Some of those who feel it.
     *
     * @param kind what they are
     * @param rest how many others there are, in words; null if none
     */
    public record Whom(String kind, List<Link> first, @Nullable String rest) {

        public Whom {
            first = List.copyOf(first);
        }
    }

    /**
     * A name.
     *
     * @param page about it, below the console's address; null where it may not be seen
     */
    public record Link(String name, @Nullable String page) {}

    /** Of what is about no permissions. */
    public static Effect of(List<String> felt) {
        return new Effect(null, null, List.of(), felt, List.of());
    }

    /** Of permissions as they are held. */
    public static Effect of(Compared permissions, List<String> felt) {
        return new Effect(
                untold(permissions, "it is not told which permissions come and go"),
                List.copyOf(permissions.gained()),
                permissions.lost().stream().map(Lost::held).toList(),
                felt,
                List.of());
    }

    static @Nullable String untold(Compared permissions, String what) {
        return permissions.untold() == null
                ? null
                : "%s, so that %s.".formatted(permissions.untold(), what);
    }
}
