package io.keyledger.query.current;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.permission.PermissionSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Set;

class GrantingPatternsProperties {

    @Property
    void aPatternGrantsJustWhenItIsListed(
            @ForAll("patterns") String pattern, @ForAll("permissions") String asked) {
        Permission permission = new Permission(asked);
        assertThat(Set.of(GrantingPatterns.of(permission)).contains(pattern))
                .isEqualTo(PermissionSet.of(List.of(pattern)).allows(permission));
    }

    @Provide
    Arbitrary<String> permissions() {
        return Arbitraries.of(
                "a:view", "a.b:view", "a.b.c:view", "a.b:manage", "workspace.ownership:delete");
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "*:*",
                "*:view",
                "a:*",
                "a:view",
                "a.*:view",
                "a.*:*",
                "a.b:view",
                "a.b:*",
                "a.b.*:*",
                "a.b.c:view",
                "workspace.*:*",
                "workspace.ownership:delete");
    }
}
