package io.keyledger.standalone.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.standalone.journey.Api;
import io.keyledger.standalone.journey.Node;
import io.keyledger.standalone.journey.Sql;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * Requests of all operations, made of the document's examples and then spoilt, or nearly: none is
 * answered 5xx, each refusal is a problem, and no event is there that an accepted request did not
 * write. Events are told apart by the correlation id of their request.
 */
class GeneratedWalkTest {

    private static final long SEED = 20261123;
    private static final int WALKERS = 8;
    private static final int AT_ONCE = 50;

    /**
     * More of them by {@code -Dkeyledger.requests=20000}. Every operation has some thirty-six in
     * 4,800.
     */
    private static final int REQUESTS = Integer.getInteger("keyledger.requests", 4_800);

    private static final int ROUNDS = REQUESTS / (WALKERS * AT_ONCE);
    private static final int ENOUGH = 20;
    private static final int ROUNDS_OF_A_COMPANY = 10;

    private static final Staff STAFF = new Staff();

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static Api administrator;
    private static Document document;

    private final List<Company> companies = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data, STAFF.settings());
        Api first = node.administrator();
        administrator = first.as(Company.keyWith(List.of("*:*"), first, "system"));
        document = Document.of(administrator);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
        STAFF.close();
    }

    @Test
    void nothingBreaksAndWhatIsRefusedWritesNothing() throws Exception {
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WALKERS)) {
            for (int round = 0; round < ROUNDS && faults.size() < ENOUGH; round++) {
                if (round % ROUNDS_OF_A_COMPANY == 0) {
                    foundCompanies(round);
                }
                String last = Sql.one(database, "SELECT max(global_index) FROM store.domain_event");
                List<Sent> sent = round(round, threads);
                sent.forEach(each -> statuses.merge(each.answer().status(), 1, Integer::sum));
                sent.stream().map(Sent::fault).flatMap(Optional::stream).forEach(faults::add);
                mustHaveWrittenExactly(sent, writtenAfter(last));
            }
        }
        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(statuses).containsKeys(200, 201, 204, 400, 404, 409, 412, 422);
        assertThat(statuses.values().stream().mapToInt(i -> i).sum())
                .isEqualTo(ROUNDS * WALKERS * AT_ONCE);
    }

    private void foundCompanies(int round) {
        companies.clear();
        for (int i = 0; i < WALKERS; i++) {
            String name = "walk-" + round + "-" + i;
            companies.add(Company.found(document, administrator, STAFF, name, name));
        }
    }

    private List<Sent> round(int round, ExecutorService threads) throws Exception {
        List<Callable<List<Sent>>> walks = new ArrayList<>();
        for (int walker = 0; walker < WALKERS; walker++) {
            Company company = companies.get(walker);
            Random random = new Random(SEED + 1_000L * round + walker);
            List<Operation> operations = dealt(round * WALKERS + walker);
            walks.add(() -> walk(company, operations, random));
        }
        List<Sent> sent = new ArrayList<>();
        for (Future<List<Sent>> each : threads.invokeAll(walks)) {
            sent.addAll(each.get());
        }
        return sent;
    }

    /**
     * What comes next for a walker: operations are dealt like cards, each once before any again.
     */
    private static List<Operation> dealt(int hand) {
        List<Operation> cards = new ArrayList<>();
        int size = document.operations().size();
        int first = hand * AT_ONCE;
        for (int deal = first / size; deal <= (first + AT_ONCE - 1) / size; deal++) {
            List<Operation> deck = new ArrayList<>(document.operations());
            Collections.shuffle(deck, new Random(SEED + deal));
            cards.addAll(deck);
        }
        return cards.subList(first % size, first % size + AT_ONCE);
    }

    private static List<Sent> walk(
            Company company, List<Operation> operations, RandomGenerator random) {
        List<Sent> sent = new ArrayList<>();
        for (Operation operation : operations) {
            Draft draft = draft(operation, company, random);
            sent.add(new Sent(draft, administrator.send(draft.request(administrator))));
        }
        return sent;
    }

    private static Draft draft(Operation operation, Company company, RandomGenerator random) {
        Draft draft = Draft.of(operation, company);
        if (draft.body instanceof ObjectNode body && random.nextInt(4) > 0) {
            rename(body, random.nextInt(Integer.MAX_VALUE));
        }
        boolean startsReplays = operation.scope().equals("system");
        if (startsReplays || random.nextInt(4) > 0) {
            BodyMutations.mutate(draft, random);
        }
        if (draft.body == null || random.nextInt(4) == 0) {
            RequestMutations.mutate(draft, random);
        }
        return draft;
    }

    /** So that what is made is not refused for its name alone. */
    private static void rename(ObjectNode body, int number) {
        for (String name : List.of("name", "username", "slug", "path")) {
            if (body.path(name).isString()) {
                body.put(name, body.get(name).asString() + "-" + number);
            }
        }
    }

    private static void mustHaveWrittenExactly(List<Sent> sent, List<String> written) {
        Set<String> mayWrite = new HashSet<>();
        Set<String> mustWrite = new HashSet<>();
        for (Sent each : sent) {
            if (each.mayWrite()) {
                mayWrite.add(each.correlation());
            }
            if (each.created()) {
                mustWrite.add(each.correlation());
            }
        }
        assertThat(written.stream().filter(each -> !mayWrite.contains(each)))
                .as("of requests that were not accepted: %s", refused(sent, written))
                .isEmpty();
        assertThat(written).containsAll(mustWrite);
    }

    private static List<Sent> refused(List<Sent> sent, List<String> written) {
        return sent.stream()
                .filter(each -> !each.mayWrite() && written.contains(each.correlation()))
                .toList();
    }

    /** The correlation ids of the events after one. */
    private static List<String> writtenAfter(String index) {
        return Sql.list(
                database,
                "SELECT DISTINCT convert_from(metadata, 'UTF8')::json ->> 'correlationId'"
                        + " FROM store.domain_event WHERE global_index > "
                        + index);
    }
}
