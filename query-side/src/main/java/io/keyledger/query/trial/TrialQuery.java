package io.keyledger.query.trial;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.Asked.AskedApi;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.query.paging.Filters;
import io.keyledger.shared.permission.Permission;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** What is tried, as it was sent: a permission, or a method and a path; from where and when. */
record TrialQuery(
        @Parameter(description = "One concrete permission", example = "catalog.assets:view")
                @Nullable String permission,
        @Parameter(description = "HTTP method; with path instead of permission", example = "GET")
                @Nullable String method,
        @Parameter(description = "Path without query", example = "/v1/assets/7")
                @Nullable String path,
        @Parameter(
                        description = "Name of the API, where several have the path",
                        example = "catalog")
                @Nullable String api,
        @Parameter(
                        description = "Host name that the API is called at, instead of its name",
                        example = "api.example.com")
                @Nullable String host,
        @Parameter(
                        description =
                                "What the key would be used on, as a check's resource in JSON",
                        example = "{\"type\":\"asset\",\"id\":\"7\"}")
                @Nullable String resource,
        @Parameter(description = "Source address of the use", example = "192.0.2.7")
                @Nullable String address,
        @Parameter(
                        description =
                                "Time of the use (RFC 3339), also one to come; now if left out."
                                        + " Permissions are those of now",
                        example = "2026-11-28T22:00:00Z")
                @Nullable String time,
        @Parameter(
                        description =
                                "Id of the service user's key; the first that can be used if left"
                                        + " out")
                @Nullable String key,
        @Parameter(
                        description =
                                "newest, or overlapping: the one before, which works beside it for"
                                        + " a while; newest if left out",
                        example = "overlapping")
                @Nullable String secret) {

    private static final String OVERLAPPING = "overlapping";

    /**
     * What is asked.
     *
     * @throws ApiProblem 400 for anything but one question
     */
    Asked asked() {
        Permission asked = Filters.permission("permission", permission);
        if (asked == null) {
            return request();
        }
        if (method != null || path != null || api != null || host != null) {
            throw ApiProblem.invalid(
                    "permission", "permission is not given together with a request");
        }
        return new Asked.ForPermission(asked, null, null, null, TriedResource.read(resource));
    }

    @Nullable SourceAddress sourceAddress() {
        return address == null
                ? null
                : SourceAddress.parse(address)
                        .orElseThrow(
                                () ->
                                        ApiProblem.invalid(
                                                "address", "address is an IPv4 or IPv6 address"));
    }

    @Nullable Instant at() {
        return Filters.time("time", time);
    }

    @Nullable String keyId() {
        return Filters.text("key", key);
    }

    /** Whether the key is shown with the secret before its newest one. */
    boolean withOverlappingSecret() {
        return OVERLAPPING.equals(Filters.oneOf("secret", secret, List.of("newest", OVERLAPPING)));
    }

    private Asked request() {
        if (method == null && path == null) {
            throw ApiProblem.invalid("permission", "permission, or method and path, must be given");
        }
        if (method == null || method.isBlank()) {
            throw ApiProblem.invalid("method", "method must be given with a path");
        }
        if (path == null || path.isEmpty()) {
            throw ApiProblem.invalid("path", "path must be given with a method");
        }
        return new Asked.ForRequest(method, path, askedApi(), TriedResource.read(resource));
    }

    private @Nullable AskedApi askedApi() {
        if (api != null && host != null) {
            throw ApiProblem.invalid("host", "host is not given together with api");
        }
        if (api != null) {
            return new AskedApi.Named(api);
        }
        return host == null ? null : new AskedApi.At(host);
    }
}
