package io.keyledger.command.check;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.Asked.AskedApi;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Rejected;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.policy.Resource;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a gateway asks: about a permission, or about method and path.
 *
 * @param api name of the API that the path is of
 * @param host host name that the API was called at, instead of its name
 * @param address where the key was shown
 */
@JsonDeserialize(using = CheckBodyJson.class)
record CheckBody(
        @Nullable @Schema(example = "kl_…") String key,
        @Nullable @Schema(example = "catalog.assets:view") String permission,
        @Nullable @Schema(example = "GET") String method,
        @Nullable
                @Schema(example = "/v1/assets/7", description = "without query, as in the request")
                String path,
        @Nullable @Schema(example = "catalog") String api,
        @Nullable @Schema(example = "api.example.com") String host,
        @Nullable CheckedResource resource,
        @Nullable @Schema(example = "192.0.2.7") String address,
        @Nullable String userAgent,
        @Nullable String requestId) {

    /**
     * The check, asked by that caller.
     *
     * @throws Rejected naming the field that cannot be asked
     */
    BehalfCheck of(PresentedKey caller, Source callerSource) {
        if (key == null) {
            throw Fields.invalid("key", "must be given: the key to check");
        }
        return new BehalfCheck(caller, callerSource, PresentedKey.of(key), asked(), source());
    }

    private Asked asked() {
        if (method == null && path == null) {
            return askedPermission();
        }
        if (permission != null) {
            throw Fields.invalid("permission", "must not be given together with method and path");
        }
        if (method == null || method.isBlank()) {
            throw Fields.invalid("method", "must be given with a path");
        }
        if (path == null || path.isEmpty()) {
            throw Fields.invalid("path", "must be given with a method");
        }
        return new Asked.ForRequest(method, path, askedApi(), resourceOrNull());
    }

    private Asked askedPermission() {
        if (permission == null) {
            throw noPermission();
        }
        Permission asked = permission(permission);
        if (api != null || host != null) {
            throw Fields.invalid(
                    api == null ? "host" : "api", "must be given with method and path alone");
        }
        return new Asked.ForPermission(asked, null, null, null, resourceOrNull());
    }

    private static Permission permission(String text) {
        try {
            return new Permission(text);
        } catch (IllegalArgumentException _) {
            throw noPermission();
        }
    }

    private static Rejected noPermission() {
        return Fields.invalid(
                "permission", "must be one resource:action, such as catalog.assets:view");
    }

    private @Nullable AskedApi askedApi() {
        if (api != null && host != null) {
            throw Fields.invalid("host", "must not be given together with api");
        }
        if (api != null) {
            return new AskedApi.Named(api);
        }
        return host == null ? null : new AskedApi.At(host);
    }

    private @Nullable Resource resourceOrNull() {
        return resource == null ? null : resource.checked();
    }

    private Source source() {
        return new Source(sourceAddress(), userAgent, requestId);
    }

    private @Nullable SourceAddress sourceAddress() {
        return address == null
                ? null
                : SourceAddress.parse(address)
                        .orElseThrow(
                                () -> Fields.invalid("address", "must be an IPv4 or IPv6 address"));
    }

    @Override
    public String toString() {
        return "CheckBody[" + permission + "]";
    }
}
