package io.keyledger.standalone;

import io.keyledger.database.Role;
import io.keyledger.embedded.DataDirectory;
import io.keyledger.embedded.OwnerOnlyFile;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The passwords of the database's roles, made at the first start and kept in the data directory.
 */
final class Passwords {

    private final Map<Role, String> byRole = new EnumMap<>(Role.class);

    private Passwords() {}

    static Passwords in(DataDirectory data) throws IOException {
        SecureRandom random = new SecureRandom();
        Passwords passwords = new Passwords();
        for (Role role : Role.values()) {
            passwords.byRole.put(
                    role,
                    OwnerOnlyFile.readOrCreate(
                            data.resolve(role.roleName() + ".password"), random));
        }
        return passwords;
    }

    String of(Role role) {
        return Objects.requireNonNull(byRole.get(role));
    }
}
