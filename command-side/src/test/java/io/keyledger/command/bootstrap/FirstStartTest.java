package io.keyledger.command.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.shared.id.KeyId;
import io.keyledger.shared.id.UuidV7;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class FirstStartTest {

    private static final String FILE = "bootstrap-admin.key";

    private final ScratchDatabase database = ScratchDatabase.create();

    @TempDir private Path data;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theKeyIsForItsOwnersEyesAndWorks() throws IOException {
        try (CommandNode node = CommandNode.start(database, data)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                    .isEqualTo("rw-------");
            assertThat(ofTheAdministrator(node)).isEqualTo("allow");
            assertThat(leftOver()).isEmpty();
        }
    }

    @Test
    void aLaterStartChangesNothing() throws IOException {
        CommandNode.start(database, data).close();
        String key = Files.readString(keyFile());
        long events = events();

        CommandNode.start(database, data).close();

        assertThat(Files.readString(keyFile())).isEqualTo(key);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void aFileThatWasTakenAwayIsNotWrittenAgain() throws IOException {
        CommandNode.start(database, data).close();
        Files.delete(keyFile());
        CommandNode.start(database, data).close();
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void twoFirstNodesMakeOneAdministrator() throws Exception {
        try (ScratchDatabase other = ScratchDatabase.create()) {
            CommandNode.start(other, data).close(); // makes the peppers that both share
        }
        Files.delete(keyFile());

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<CommandNode> one = threads.submit(() -> CommandNode.start(database, data));
            Future<CommandNode> two = threads.submit(() -> CommandNode.start(database, data));
            try (CommandNode first = one.get();
                    CommandNode second = two.get()) {
                assertThat(administrators()).isOne();
                assertThat(ofTheAdministrator(first)).isEqualTo("allow");
                assertThat(ofTheAdministrator(second)).isEqualTo("allow");
                assertThat(leftOver()).isEmpty();
            }
        }
    }

    @Test
    void aCrashBetweenTheCommitAndTheMoveLeavesAKeyThatWorks() throws IOException {
        CommandNode.start(database, data).close();
        Files.move(keyFile(), data.resolve(FILE + ".1.new"));

        try (CommandNode node = CommandNode.start(database, data)) {
            assertThat(ofTheAdministrator(node)).isEqualTo("allow");
        }
    }

    @Test
    void aRefusedFirstStartLeavesNoAdministratorAndTheNextOneMakesIt() {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("ALTER TABLE access.api_key ADD CONSTRAINT never CHECK (false)").update();
        assertThatThrownBy(() -> CommandNode.start(database, data).close())
                .isInstanceOf(RuntimeException.class);
        assertThat(events()).isZero();
        assertThat(keyFile()).doesNotExist();
        owner.sql("ALTER TABLE access.api_key DROP CONSTRAINT never").update();

        try (CommandNode node = CommandNode.start(database, data)) {
            assertThat(ofTheAdministrator(node)).isEqualTo("allow");
        }
    }

    private Path keyFile() {
        return data.resolve(FILE);
    }

    private List<Path> leftOver() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".new")).toList();
        }
    }

    private long events() {
        return JdbcClient.create(database.owner())
                .sql("SELECT count(*) FROM store.domain_event")
                .query(Long.class)
                .single();
    }

    private long administrators() {
        return JdbcClient.create(database.owner())
                .sql("SELECT count(*) FROM access.service_user")
                .query(Long.class)
                .single();
    }

    private static String ofTheAdministrator(CommandNode node) {
        String key = node.administratorKey();
        return node.api(key).check(key, "anything:whatever").expect(200).text("decision");
    }

    @Test
    void ofSeveralLeftOverKeysTheOneThatWorksIsPublished() throws IOException {
        CommandNode.start(database, data).close();
        Files.move(keyFile(), data.resolve(FILE + ".5.new"));
        for (int i = 0; i < 10; i++) {
            Files.writeString(data.resolve(FILE + "." + i + "0.new"), deadKey());
        }

        try (CommandNode node = CommandNode.start(database, data)) {
            assertThat(ofTheAdministrator(node)).isEqualTo("allow");
        }
    }

    private static String deadKey() {
        SecureRandom random = new SecureRandom();
        String id = KeyId.of(new UuidV7(Clock.systemUTC(), random).next());
        return ApiKeyText.generate(id, random).reveal() + "\n";
    }
}
