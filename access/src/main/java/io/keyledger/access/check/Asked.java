package io.keyledger.access.check;

import io.keyledger.access.source.RecordableText;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

/**
 * What a key is asked for: a permission, a request that the route catalogue turns into one, or
 * whether it is good at all.
 */
public sealed interface Asked {

    int MAX_METHOD = 32;
    int MAX_PATH = 2048;
    int MAX_API = 255;

    /** HTTP method of the request the key is used on, if it is one. */
    @Nullable String method();

    /** Its path without query, cut to {@value #MAX_PATH} characters. */
    @Nullable String path();

    /** What the key is used on, as the caller says. */
    @Nullable Resource resource();

    /**
     * One permission.
     *
     * @param workspace where it must be held; null for the key's own workspace
     */
    record ForPermission(
            Permission permission,
            @Nullable String workspace,
            @Nullable String method,
            @Nullable String path,
            @Nullable Resource resource)
            implements Asked {

        public ForPermission {
            method = RecordableText.of(method, MAX_METHOD);
            path = RecordableText.of(path, MAX_PATH);
        }
    }

    /**
     * A request to an API of the key's own workspace.
     *
     * @param rawMethod as it was asked
     * @param rawPath as it was asked, percent-encoded, without query
     */
    record ForRequest(
            String rawMethod, String rawPath, @Nullable AskedApi api, @Nullable Resource resource)
            implements Asked {

        @Override
        public @Nullable String method() {
            return RecordableText.of(rawMethod, MAX_METHOD);
        }

        @Override
        public @Nullable String path() {
            return RecordableText.of(rawPath, MAX_PATH);
        }
    }

    /**
     * Nothing but whether the key is good, and what it lets do: token introspection (RFC 7662). The
     * record names neither permission nor path.
     */
    record Introspection() implements Asked {

        @Override
        public @Nullable String method() {
            return null;
        }

        @Override
        public @Nullable String path() {
            return null;
        }

        @Override
        public @Nullable Resource resource() {
            return null;
        }
    }

    /** Which API is meant: by its name, or by the host name it was called at. */
    sealed interface AskedApi {

        String text();

        record Named(String text) implements AskedApi {}

        record At(String text) implements AskedApi {}

        /** As it may be recorded. */
        default @Nullable String recordable() {
            return RecordableText.of(text(), MAX_API);
        }
    }

    /** A permission in the key's own workspace. */
    static Asked of(Permission permission) {
        return new ForPermission(permission, null, null, null, null);
    }
}
