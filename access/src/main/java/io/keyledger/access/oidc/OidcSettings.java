package io.keyledger.access.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;
import java.util.Map;

/**
 * Which provider is trusted, and what its tokens say where.
 *
 * @param issuer empty while people cannot sign in
 * @param audience that a token must be for
 * @param keys where the provider's keys are, if not where its own document says
 * @param groupsClaim the claim that holds groups; a path with dots leads into objects
 * @param nameClaim the claim that holds the person's name
 * @param groupPrefix what names of groups begin with that say workspace and group themselves
 * @param groupMap other names of groups and what they mean
 */
@ConfigurationProperties("keyledger.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String audience,
        @DefaultValue("") String keys,
        @DefaultValue(GROUPS) String groupsClaim,
        @DefaultValue(NAME) String nameClaim,
        @DefaultValue(PREFIX) String groupPrefix,
        @DefaultValue("") String groupMap) {

    static final String GROUPS = "groups";
    static final String NAME = "name";
    static final String PREFIX = "keyledger:";

    /** A setting that is there and empty is as good as none, as deployments often write it. */
    public OidcSettings {
        groupsClaim = groupsClaim.isBlank() ? GROUPS : groupsClaim.strip();
        nameClaim = nameClaim.isBlank() ? NAME : nameClaim.strip();
        groupPrefix = groupPrefix.isBlank() ? PREFIX : groupPrefix.strip();
    }

    /** As the environment of a process says it, before anything is started by it. */
    public static OidcSettings of(Map<String, String> environment) {
        return new OidcSettings(
                text(environment, "ISSUER"),
                text(environment, "AUDIENCE"),
                text(environment, "KEYS"),
                text(environment, "GROUPS_CLAIM"),
                text(environment, "NAME_CLAIM"),
                text(environment, "GROUP_PREFIX"),
                text(environment, "GROUP_MAP"));
    }

    public boolean isOn() {
        return !issuer.isBlank();
    }

    /** What the groups of a token mean here; of each, at most one. */
    public List<ClaimedGroup> claimed(List<String> groups) {
        GroupMap map = GroupMap.parse(groupPrefix, groupMap);
        return groups.stream()
                .map(map::find)
                .filter(ClaimedGroup.class::isInstance)
                .distinct()
                .toList();
    }

    /** What is wrong with the settings, as a sentence; null if nothing is. */
    public @Nullable String complaint() {
        return new OidcComplaints(this).first();
    }

    private static String text(Map<String, String> environment, String name) {
        return environment.getOrDefault("KEYLEDGER_OIDC_" + name, "");
    }
}
