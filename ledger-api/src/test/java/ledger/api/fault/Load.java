package ledger.api.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import ledger.api.fault.ClientRecord.Session;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that send sessions one by one and in rosters, each until it is answered. What is in doubt is sent again, as
 * every client may.
 */
final class Load {

    private final List<String> volunteers;
    private final ClientRecord record = new ClientRecord();
    private final AtomicInteger next = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean sending;
    private volatile boolean abandoned;

    /** What clients send, and to how many nodes. */
    enum Kind {
        SESSIONS(4, 0),
        ROSTERS(2, 1),
        THREE_NODES(4, 1);

        private final int hands;
        private final int rosters;

        Kind(int hands, int rosters) {
            this.hands = hands;
            this.rosters = rosters;
        }
    }

    Load(List<String> volunteers) {
        this.volunteers = volunteers;
    }

    /**
     * @param more hands that send single sessions beside those of the kind
     * @param node chosen anew for each attempt
     */
    void begin(Kind kind, int more, long seed, Supplier<ServeNode> node) {
        sending = true;
        for (int hand = 0; hand < kind.hands + more; hand++) {
            goOn(new Random(seed + hand), random -> {
                send(session(next.getAndIncrement(), random), node);
                ServeNode.pause(random.nextInt(30));
            });
        }
        for (int hand = 0; hand < kind.rosters; hand++) {
            RosterClient client = new RosterClient(record, node, () -> abandoned);
            goOn(new Random(~seed + hand), random -> {
                client.send(roster(random), random.nextBoolean());
                ServeNode.pause(random.nextInt(300));
            });
        }
    }

    private interface Work {
        void now(Random random);
    }

    private void goOn(Random random, Work work) {
        clients.add(Thread.ofPlatform().start(() -> {
            while (sending) {
                work.now(random);
            }
        }));
    }

    /** No new sessions; those in doubt are sent until they are answered. */
    void end() throws InterruptedException {
        sending = false;
        for (Thread client : clients) {
            client.join(300_000);
            assertThat(client.isAlive()).as("every session was answered in the end").isFalse();
        }
        clients.clear();
    }

    /** The test has failed already: nobody waits for answers any more. */
    void abandon() {
        sending = false;
        abandoned = true;
    }

    private Session session(int number, Random random) {
        return new Session(
                number, volunteers.get(number % volunteers.size()), number / volunteers.size(),
                30 + 5 * random.nextInt(7));
    }

    private List<Session> roster(Random random) {
        int rows = 100 + random.nextInt(300);
        int first = next.getAndAdd(rows);
        return IntStream.range(first, first + rows).mapToObj(number -> session(number, random)).toList();
    }

    private void send(Session session, Supplier<ServeNode> node) {
        while (!record.holds(session) && !abandoned) {
            try {
                HttpResponse<String> response =
                        node.get().post("/api/v1/sessions", "application/json", session.json());
                if (response.statusCode() < 300) {
                    told(record, session, LedgerJson.MAPPER.readTree(response.body()));
                    return;
                } else if (!isWorthAnotherAttempt(response.statusCode())) {
                    record.strange(session.record() + ": " + response.body());
                    return;
                }
            } catch (IOException | RuntimeException e) {
                // Whether it was stored is not known: an answer that did not come says nothing.
            }
            record.doubt();
            ServeNode.pause(100);
        }
    }

    static void told(ClientRecord record, Session session, JsonNode verdict) {
        String fate = verdict.path("verdict").asString("");
        if (List.of("accepted", "duplicate").contains(fate)
                && verdict.path("id").asString("").equals(session.entryId())) {
            record.acknowledge(session);
        } else {
            record.strange(session + ": " + verdict);
        }
    }

    static boolean isWorthAnotherAttempt(int status) {
        return status >= 500 || status == 429 || status == 409;
    }

    void awaitAnswers(int more) {
        int wanted = record.acknowledged() + more;
        long deadline = System.nanoTime() + 300_000_000_000L;
        while (record.acknowledged() < wanted) {
            assertThat(System.nanoTime()).as("the load goes on: %d of %d", record.acknowledged(), wanted)
                    .isLessThan(deadline);
            ServeNode.pause(10);
        }
    }

    ClientRecord record() {
        return record;
    }

    List<String> volunteers() {
        return volunteers;
    }
}
