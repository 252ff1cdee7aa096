package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.command.policy.SecurityPolicyCommand.CreateSecurityPolicy;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.usergroup.EditUserGroup;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.record.MetadataJson;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

class GatheringTest {

    private static final String ACME = Acme.SLUG;
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID ROLE = UUID.randomUUID();
    private static final PolicyGuards OFFICE =
            new PolicyGuards(List.of("192.0.2.0/24"), null, null, null, List.of(), null);

    private ScratchDatabase database;
    private CommandNode node;
    private JdbcClient sql;

    @BeforeEach
    void start() {
        database = ScratchDatabase.create();
        node = CommandNode.on(database);
        sql = JdbcClient.create(database.query());
        node.send(Acme.workspace());
        node.send(Acme.role(ROLE, "reader"));
        node.send(Acme.user(FIRST, "first"));
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void thoseThatWaitGoInOneTransactionAndEachSaysWhoseItIs() throws Exception {
        List<UUID> users = new ArrayList<>();
        List<CallerInfo> callers = new ArrayList<>();
        List<FutureTask<Outcome>> sent = new ArrayList<>();
        try (Crowd crowd = new Crowd(database, node, ACME)) {
            crowd.send(new AssignRole(ACME, FIRST, ROLE));
            for (int i = 0; i < 5; i++) {
                users.add(UUID.randomUUID());
                callers.add(CommandNode.system("10.0.0." + i, "curl/" + i, "reason " + i));
                sent.add(crowd.send(Acme.user(users.get(i), "user " + i), callers.get(i)));
            }
        }
        for (int i = 0; i < 5; i++) {
            Outcome outcome = sent.get(i).get(10, TimeUnit.SECONDS);
            assertThat(outcome.token().stream()).isEqualTo(users.get(i).toString());
            assertThat(outcome.version()).isZero();
            assertThat(MetadataJson.read(metadata(users.get(i))).correlationId())
                    .isEqualTo(callers.get(i).correlationId());
        }
        assertThat(
                        texts(
                                "SELECT DISTINCT xmin::text FROM access.service_user WHERE username LIKE 'user%'"))
                .hasSize(1);
        assertThat(
                        texts(
                                "SELECT value FROM store.personal_value WHERE kind = 'reason' ORDER BY value"))
                .containsExactly("reason 0", "reason 1", "reason 2", "reason 3", "reason 4");
    }

    @Test
    void whatIsRefusedLeavesTheOthersAlone() throws Exception {
        UUID nobody = UUID.randomUUID();
        List<FutureTask<Outcome>> accepted = new ArrayList<>();
        FutureTask<Outcome> refused;
        FutureTask<Outcome> unknown;
        try (Crowd crowd = new Crowd(database, node, ACME)) {
            crowd.send(new AssignRole(ACME, FIRST, ROLE));
            accepted.add(crowd.send(Acme.user(UUID.randomUUID(), "second")));
            refused =
                    crowd.send(Acme.user(UUID.randomUUID(), "in none", List.of(nobody), List.of()));
            unknown = crowd.send(new AssignRole(ACME, nobody, ROLE));
            accepted.add(crowd.send(Acme.user(UUID.randomUUID(), "third")));
        }
        for (FutureTask<Outcome> each : accepted) {
            assertThat(each.get(10, TimeUnit.SECONDS).version()).isZero();
        }
        assertRefused(refused, RejectionCode.UNKNOWN_GROUP);
        assertRefused(unknown, RejectionCode.UNKNOWN_SERVICE_USER);
        assertThat(usernames()).containsExactly("first", "second", "third");
        assertThat(
                        texts(
                                "SELECT DISTINCT xmin::text FROM access.service_user"
                                        + " WHERE username IN ('second', 'third')"))
                .hasSize(1);
    }

    @Test
    void whatTheDatabaseRefusesToAllIsTriedByItself() throws Exception {
        FutureTask<Outcome> one;
        FutureTask<Outcome> same;
        FutureTask<Outcome> other;
        try (Crowd crowd = new Crowd(database, node, ACME)) {
            crowd.send(new AssignRole(ACME, FIRST, ROLE));
            one = crowd.send(Acme.user(UUID.randomUUID(), "billing"));
            same = crowd.send(Acme.user(UUID.randomUUID(), "BILLING"));
            other = crowd.send(Acme.user(UUID.randomUUID(), "shipping"));
        }
        assertThat(other.get(10, TimeUnit.SECONDS).version()).isZero();
        List<FutureTask<Outcome>> refused =
                List.of(one, same).stream().filter(GatheringTest::isRefused).toList();
        assertThat(refused).hasSize(1);
        assertRefused(refused.getFirst(), RejectionCode.USERNAME_TAKEN);
        assertThat(usernames()).hasSize(3).contains("shipping");
    }

    /** What becomes of a commit is not always known: what may be there is not written again. */
    @Test
    void whatFailsWhenItIsCommittedIsNotTriedAgain() {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql(
                        """
                        CREATE SEQUENCE access.tries;
                        CREATE FUNCTION access.fail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                        $$ BEGIN PERFORM nextval('access.tries'); RAISE 'at commit'; END $$;
                        CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON access.service_user
                            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access.fail()
                        """)
                .update();
        assertThatThrownBy(() -> node.send(Acme.user(UUID.randomUUID(), "second")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(owner.sql("SELECT last_value FROM access.tries").query(Integer.class).single())
                .isEqualTo(1);
        assertThat(usernames()).containsExactly("first");
    }

    /** The thread goes on with others, who must not be told of what is never committed. */
    @Test
    void anErrorAtTheEndLeavesNothingBehindOnTheThread() throws Exception {
        Error error = new AssertionError("at the end");
        try (Crowd crowd = new Crowd(database, node, ACME)) {
            FutureTask<Outcome> failing =
                    crowd.send(
                            Acme.user(UUID.randomUUID(), "second"),
                            _ -> {
                                throw error;
                            });
            FutureTask<Outcome> next = crowd.send(Acme.user(UUID.randomUUID(), "third"));
            crowd.release(ACME);
            assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).hasRootCause(error);
            assertThat(next.get(10, TimeUnit.SECONDS).version()).isZero();
        }
        assertThat(usernames()).containsExactly("first", "third");
        node.send(Acme.user(UUID.randomUUID(), "fourth"));
        assertThat(usernames()).containsExactly("first", "fourth", "third");
    }

    @Test
    void aStreamThatIsTakenHoldsUpNobodyElse() throws Exception {
        FutureTask<Outcome> held;
        try (Crowd crowd = new Crowd(database, node, ACME)) {
            UUID user = UUID.randomUUID();
            crowd.take(FIRST.toString());
            crowd.send(Acme.user(user, "second"));
            held = crowd.send(new AssignRole(ACME, FIRST, ROLE));
            Future<Outcome> other = crowd.send(Acme.user(UUID.randomUUID(), "third"));
            crowd.release(ACME);
            assertThat(other.get(4, TimeUnit.SECONDS).version()).isZero();
            assertThat(held).isNotDone();
        }
        assertThat(held.get(10, TimeUnit.SECONDS).version()).isEqualTo(1);
    }

    @Test
    void thoseToOneStreamGoOneAfterTheOther() throws Exception {
        List<FutureTask<Outcome>> keys = new ArrayList<>();
        try (Crowd crowd = new Crowd(database, node, ACME)) {
            crowd.send(Acme.user(UUID.randomUUID(), "second"));
            for (int i = 0; i < 3; i++) {
                keys.add(crowd.send(Acme.key(FIRST, Acme.keyId(), "key " + i)));
            }
        }
        assertThat(keys.get(0).get(10, TimeUnit.SECONDS).version()).isEqualTo(1);
        assertThat(keys.get(1).get(10, TimeUnit.SECONDS).version()).isEqualTo(2);
        assertRefused(keys.get(2), RejectionCode.TOO_MANY_API_KEYS);
    }

    @Test
    void whatTakesAwayAfterAllGoesAloneBehindThem() throws Exception {
        UUID group = UUID.randomUUID();
        UUID policy = UUID.randomUUID();
        node.send(Acme.group(group, "guarded"));
        node.send(
                CreateSecurityPolicy.custom(
                        ACME, policy, "office", "", List.of(), OFFICE, PolicyState.ENABLED));
        node.send(new EditUserGroup(ACME, group, null, null, null, List.of(policy), null));
        FutureTask<Outcome> guarded;
        FutureTask<Outcome> other;
        try (Crowd crowd = new Crowd(database, node, ACME)) {
            crowd.send(Acme.user(UUID.randomUUID(), "second"));
            guarded = crowd.send(new AssignGroup(ACME, FIRST, group));
            other = crowd.send(Acme.user(UUID.randomUUID(), "third"));
        }
        assertThat(other.get(10, TimeUnit.SECONDS).version()).isZero();
        assertThat(guarded.get(10, TimeUnit.SECONDS).version()).isEqualTo(1);
        assertThat(
                        texts(
                                "SELECT DISTINCT xmin::text FROM access.service_user"
                                        + " WHERE username IN ('first', 'third')"))
                .hasSize(2);
    }

    @Test
    void whoWaitsTooLongForHisTurnOrHisLocksIsToldSo() throws Exception {
        List<FutureTask<Outcome>> sent = new ArrayList<>();
        try (Crowd crowd = new Crowd(database, node, ACME)) {
            for (int i = 0; i < 3; i++) {
                sent.add(crowd.send(Acme.user(UUID.randomUUID(), "user " + i)));
            }
            for (FutureTask<Outcome> each : sent) {
                assertThatThrownBy(() -> each.get(12, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(Unavailable.class);
            }
        }
        assertThat(usernames()).containsExactly("first");
        assertThat(node.send(Acme.user(UUID.randomUUID(), "second")).version()).isZero();
    }

    @Test
    void nothingCrossesAWorkspaceWhoeverKnowsAnId() {
        assertThatThrownBy(() -> node.send(new AssignRole("other", FIRST, ROLE)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        it -> assertThat(it.code()).isEqualTo(RejectionCode.UNKNOWN_SERVICE_USER));
    }

    private static boolean isRefused(FutureTask<Outcome> sent) {
        try {
            sent.get(10, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException _) {
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(FutureTask<Outcome> sent, RejectionCode code) {
        assertThatThrownBy(() -> sent.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private List<String> usernames() {
        return texts("SELECT username FROM access.service_user ORDER BY username");
    }

    private byte[] metadata(UUID stream) {
        return sql.sql("SELECT metadata FROM store.domain_event WHERE stream = ? AND sequence = 0")
                .param(stream.toString())
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    private List<String> texts(String query) {
        return sql.sql(query).query((row, _) -> row.getString(1)).list();
    }
}
