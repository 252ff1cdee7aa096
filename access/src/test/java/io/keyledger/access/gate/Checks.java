package io.keyledger.access.gate;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.shared.permission.Permission;

/** Short forms of requests. */
final class Checks {

    private Checks() {}

    static DirectCheck direct(ApiKeyText key, String permission) {
        return new DirectCheck(new PresentedKey.WellFormed(key), asked(permission), Source.UNKNOWN);
    }

    static DirectCheck directFrom(String address, PresentedKey key, String permission) {
        return new DirectCheck(key, asked(permission), from(address));
    }

    static DirectCheck inWorkspace(String workspace, ApiKeyText key, String permission) {
        return new DirectCheck(
                new PresentedKey.WellFormed(key),
                new Asked.ForPermission(new Permission(permission), workspace, null, null, null),
                Source.UNKNOWN);
    }

    static BehalfCheck behalf(ApiKeyText caller, PresentedKey target, String permission) {
        return new BehalfCheck(
                new PresentedKey.WellFormed(caller),
                from("10.0.0.1"),
                target,
                asked(permission),
                from("192.0.2.7"));
    }

    static BehalfCheck behalf(ApiKeyText caller, ApiKeyText target, String permission) {
        return behalf(caller, new PresentedKey.WellFormed(target), permission);
    }

    static Asked asked(String permission) {
        return Asked.of(new Permission(permission));
    }

    static Source from(String address) {
        return new Source(SourceAddress.parse(address).orElseThrow(), "agent/1", null);
    }
}
