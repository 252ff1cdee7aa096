package io.keyledger.shared.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    @ParameterizedTest
    @ValueSource(strings = {"catalog:view", "catalog.assets:view", "a:b", "api-keys.v2:manage"})
    void ofWordsIsAPermissionAndAPattern(String text) {
        assertThat(Permission.isPermission(text)).isTrue();
        assertThat(PermissionPattern.isPattern(text)).isTrue();
        assertThat(new PermissionPattern(text).isConcrete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:*", "*:view", "catalog:*", "catalog.*:view", "catalog.assets.*:*"})
    void withAStarIsAPatternOnly(String text) {
        assertThat(Permission.isPermission(text)).isFalse();
        assertThat(PermissionPattern.isPattern(text)).isTrue();
        assertThat(new PermissionPattern(text).isConcrete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "catalog",
                "catalog:",
                ":view",
                "Catalog:view",
                "catalog:View",
                "catalog..assets:view",
                ".catalog:view",
                "catalog.:view",
                "catalog:view:more",
                "catalog:view.more",
                "catalog:7",
                "catalog.7:view",
                "-catalog:view",
                "catalog:view/",
                "catalog`:view",
                "catalog{:view",
                "catalog :view",
                "catalog:view\n",
                "1catalog:view",
                "catalog:-view",
                "catälog:view",
                "*.assets:view",
                "cat*:view",
                "catalog.*.assets:view",
                "**:view",
                "catalog:vi*"
            })
    void otherTextIsNeither(String text) {
        assertThat(Permission.isPermission(text)).isFalse();
        assertThat(PermissionPattern.isPattern(text)).isFalse();
        assertThatThrownBy(() -> new Permission(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PermissionPattern(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longerThan200CharactersIsNeither() {
        String longest = "a".repeat(195) + ":view";

        assertThat(Permission.isPermission(longest)).isTrue();
        assertThat(Permission.isPermission("a" + longest)).isFalse();
        assertThat(PermissionPattern.isPattern("a" + longest)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "catalog:view, catalog:view, true",
        "catalog:view, catalog.assets:view, false",
        "catalog.*:view, catalog.assets:view, true",
        "catalog.*:view, catalog.assets.files:view, true",
        "catalog.*:view, catalog:view, false",
        "catalog.*:view, catalogue:view, false",
        "catalog.*:view, catalog.assets:manage, false",
        "catalog:*, catalog:manage, true",
        "catalog:*, catalog.assets:manage, false",
        "*:view, catalog.assets:view, true",
        "*:view, catalog.assets:manage, false",
        "*:*, replay:operate, true"
    })
    void patternsMatchWhatIsBelow(String pattern, String asked, boolean matches) {
        assertThat(new PermissionPattern(pattern).matches(new Permission(asked)))
                .isEqualTo(matches);
    }
}
