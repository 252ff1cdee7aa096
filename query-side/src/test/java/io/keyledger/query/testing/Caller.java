package io.keyledger.query.testing;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.Peppers;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.id.KeyId;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** A service user in the access tables, with a role and a key, and without a single event. */
public final class Caller {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Caller() {}

    /** Gives the key's full text. */
    public static String in(
            ScratchDatabase database, Path peppers, String workspace, String... permissions) {
        JdbcClient jdbc = JdbcClient.create(database.superuser());
        UUID role = UUID.randomUUID();
        UUID user = UUID.randomUUID();
        jdbc.sql("INSERT INTO access.workspace VALUES (?, ?, 0) ON CONFLICT DO NOTHING")
                .params(workspace, workspace)
                .update();
        jdbc.sql("INSERT INTO access.role VALUES (?, ?, ?, ?, ?, false, 0)")
                .params(workspace, role, role.toString(), role.toString(), permissions)
                .update();
        jdbc.sql("INSERT INTO access.service_user VALUES (?, ?, ?, ?, 'enabled', NULL, 0)")
                .params(workspace, user, user.toString(), user.toString())
                .update();
        jdbc.sql("INSERT INTO access.service_user_role VALUES (?, ?)").params(user, role).update();
        ApiKeyText key = ApiKeyText.generate(KeyId.of(UUID.randomUUID()), RANDOM);
        SecretHash hash = new SecretHasher(Peppers.loadOrCreate(peppers)).hash(key);
        jdbc.sql(
                        """
                        INSERT INTO access.api_key (workspace, id, service_user_id, name, status,
                                                    secret_hash, pepper_version, secret_changed_at)
                        VALUES (?, ?, ?, 'key', 'enabled', ?, ?, clock_timestamp())
                        """)
                .params(
                        workspace,
                        key.keyId(),
                        user,
                        Base64.getUrlDecoder().decode(hash.hmac()),
                        hash.pepperVersion())
                .update();
        return key.reveal();
    }
}
