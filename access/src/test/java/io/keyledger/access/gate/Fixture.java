package io.keyledger.access.gate;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.Peppers;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.id.KeyId;
import io.keyledger.shared.id.UuidV7;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.RecordId;
import io.keyledger.testsupport.ScratchDatabase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A scratch database whose access tables are written by hand, and a look into its journal. */
final class Fixture implements AutoCloseable {

    static final SecureRandom RANDOM = new SecureRandom();
    static final UuidV7 IDS = new UuidV7(Clock.systemUTC(), RANDOM);

    final ScratchDatabase database;
    final SecretHasher hasher;

    private final Connection owner;

    Fixture(ScratchDatabase database) {
        try {
            this.database = database;
            this.owner = database.owner().getConnection();
            Path directory = Files.createTempDirectory("peppers");
            this.hasher = new SecretHasher(Peppers.loadOrCreate(directory));
            workspace("system");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Fixture create() {
        return new Fixture(ScratchDatabase.create());
    }

    CheckGate gate() {
        return CheckGate.open(database.command(), hasher, IDS);
    }

    CheckGate gate(GateProbe probe) {
        return CheckGate.open(database.command(), hasher, IDS, GateSettings.DEFAULTS, probe);
    }

    void workspace(String slug) {
        sql("INSERT INTO access.workspace VALUES (?, ?, 0)", slug, slug);
    }

    UUID role(String workspace, String... permissions) {
        UUID id = IDS.next();
        sql(
                "INSERT INTO access.role VALUES (?, ?, ?, ?, ?, false, 3)",
                workspace,
                id,
                "role " + id,
                "role " + id,
                permissions);
        return id;
    }

    UUID group(String workspace, UUID... roles) {
        UUID id = IDS.next();
        sql(
                "INSERT INTO access.user_group VALUES (?, ?, ?, ?, false, 5)",
                workspace,
                id,
                "group " + id,
                "group " + id);
        for (UUID role : roles) {
            sql("INSERT INTO access.group_role VALUES (?, ?)", id, role);
        }
        return id;
    }

    UUID user(String workspace, UUID... roles) {
        UUID id = IDS.next();
        sql(
                "INSERT INTO access.service_user VALUES (?, ?, ?, ?, 'enabled', null, 7)",
                workspace,
                id,
                "user " + id,
                "user " + id);
        for (UUID role : roles) {
            sql("INSERT INTO access.service_user_role VALUES (?, ?)", id, role);
        }
        return id;
    }

    void join(UUID user, UUID group) {
        sql("INSERT INTO access.service_user_group VALUES (?, ?)", user, group);
    }

    ApiKeyText key(UUID user) {
        ApiKeyText key = newKey();
        SecretHash hash = hasher.hash(key);
        sql(
                "INSERT INTO access.api_key SELECT workspace, ?, id, 'key', 'enabled', null, ?, ?"
                        + " FROM access.service_user WHERE id = ?",
                key.keyId(),
                bytes(hash),
                hash.pepperVersion(),
                user);
        return key;
    }

    static ApiKeyText newKey() {
        return ApiKeyText.generate(KeyId.of(IDS.next()), RANDOM);
    }

    static byte[] bytes(SecretHash hash) {
        return Base64.getUrlDecoder().decode(hash.hmac());
    }

    void sql(String sql, Object... parameters) {
        run(owner, sql, parameters);
    }

    static void run(Connection connection, String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof String[] texts) {
                    statement.setArray(i + 1, connection.createArrayOf("text", texts));
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String query) {
        try (PreparedStatement statement = owner.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    record Written(String workspace, String stream, long sequence, KeyUses uses) {}

    List<Written> journal() {
        List<Written> journal = new ArrayList<>();
        try (PreparedStatement statement =
                        owner.prepareStatement(
                                "SELECT workspace, stream, sequence, revision, payload FROM"
                                        + " store.key_use_record ORDER BY global_index");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                journal.add(
                        new Written(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                KeyUsesCodec.read(row.getInt(4), row.getBytes(5))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return journal;
    }

    /** The record that holds a use. */
    Written recordOf(RecordId id) {
        return journal().stream()
                .filter(r -> r.stream().equals(id.writer().toString()))
                .filter(r -> r.sequence() == id.sequence())
                .findFirst()
                .orElseThrow();
    }

    KeyUse use(RecordId id) {
        return recordOf(id).uses().uses().get(id.index());
    }

    Optional<String> addressOf(RecordId id) {
        KeyUse use = use(id);
        return Optional.ofNullable(use.address())
                .map(i -> recordOf(id).uses().header().personal().get(i).ref())
                .map(ref -> text("SELECT value FROM store.personal_value WHERE id = " + ref));
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database.close();
    }
}
