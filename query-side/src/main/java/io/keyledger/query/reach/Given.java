package io.keyledger.query.reach;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.reach.Edits.GrantEdit;
import io.keyledger.shared.permission.PermissionPattern;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a body must hold where it holds anything, or 400 naming the field. */
final class Given {

    private static final int MOST = 1_000;

    private Given() {}

    static <T> List<T> each(String field, List<@Nullable T> values) {
        if (values.size() > MOST) {
            throw ApiProblem.invalid(field, field + " are at most " + MOST);
        }
        List<T> all = new ArrayList<>();
        for (T value : values) {
            all.add(given(field + "[" + all.size() + "]", value));
        }
        return all;
    }

    static List<String> patterns(String field, List<@Nullable String> texts) {
        List<String> all = each(field, texts);
        for (int i = 0; i < all.size(); i++) {
            try {
                all.set(i, new PermissionPattern(all.get(i)).text());
            } catch (IllegalArgumentException e) {
                throw ApiProblem.invalid(field + "[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
        return all;
    }

    static List<Way> ways(String field, UUID policy, List<@Nullable GrantEdit> grants) {
        List<Way> ways = new ArrayList<>();
        for (GrantEdit grant : each(field, grants)) {
            String role = field + "[" + ways.size() + "].role";
            ways.add(new Way(null, policy, given(role, grant.role()), grant.resources()));
        }
        return ways;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw ApiProblem.invalid(field, field + " must be given");
        }
        return value;
    }
}
