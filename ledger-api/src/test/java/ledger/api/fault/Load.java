package ledger.api.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that send sessions, each until it is answered, and keep a record of their own of what was acknowledged. A
 * session that is in doubt is sent again, as every client may.
 */
final class Load {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);
    private static final int SLOTS = 4;

    private final List<String> volunteers;
    private final String organization;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger inDoubt = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean sending;
    private volatile boolean abandoned;

    Load(List<String> volunteers, String organization) {
        this.volunteers = volunteers;
        this.organization = organization;
    }

    /** What a client was told of a session, and what it asked. */
    record Answer(String volunteer, String entryId, int minutes) {}

    /** @param node chosen anew for each attempt */
    void begin(int hands, long seed, Supplier<ServeNode> node) {
        sending = true;
        for (int hand = 0; hand < hands; hand++) {
            Random random = new Random(seed + hand);
            clients.add(Thread.ofPlatform().start(() -> {
                while (sending) {
                    send(next.getAndIncrement(), 30 + 5 * random.nextInt(7), node);
                }
            }));
        }
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

    private void send(int number, int minutes, Supplier<ServeNode> node) {
        String volunteer = volunteers.get(number % volunteers.size());
        String session = session(number, volunteer, minutes);
        while (!answers.containsKey(number) && !abandoned) {
            try {
                HttpResponse<String> response = node.get().post("/api/v1/sessions", "application/json", session);
                if (response.statusCode() < 300) {
                    JsonNode verdict = LedgerJson.MAPPER.readTree(response.body());
                    answers.put(number, new Answer(volunteer, verdict.path("id").asString(), minutes));
                    answered.incrementAndGet();
                } else if (isWorthAnotherAttempt(response.statusCode())) {
                    again();
                } else {
                    System.out.println("session " + number + " refused: " + response.body());
                    return;
                }
            } catch (IOException | RuntimeException e) {
                again();
            }
        }
    }

    private static boolean isWorthAnotherAttempt(int status) {
        return status >= 500 || status == 429 || status == 409;
    }

    private void again() {
        inDoubt.incrementAndGet();
        ServeNode.pause(100);
    }

    /** A session at a time of its own: no two of a volunteer overlap. */
    private String session(int number, String volunteer, int minutes) {
        int turn = number / volunteers.size();
        LocalDate day = FIRST_DAY.plusDays(turn / SLOTS);
        int hour = 8 + 3 * (turn % SLOTS);
        return """
                {"volunteerNumber": "%s", "organization": "%s", "place": "青禾社区广场", "recorder": "记录员07",
                 "activity": {"name": "便民服务", "category": "社区服务", "content": "便民", "personInCharge": "负责人07"},
                 "servedFrom": "%sT%02d:00:00+08:00", "servedTo": "%sT%02d:%02d:00+08:00",
                 "sourceSystem": "load", "sourceRecord": "L-%d", "evidence": "SYSTEM_TIMED"}
                """.formatted(
                        volunteer, organization, day, hour, day, hour + minutes / 60, minutes % 60, number);
    }

    void awaitAnswers(int more) {
        int wanted = answered.get() + more;
        long deadline = System.nanoTime() + 300_000_000_000L;
        while (answered.get() < wanted) {
            assertThat(System.nanoTime()).as("the load goes on: %d of %d", answered.get(), wanted)
                    .isLessThan(deadline);
            ServeNode.pause(10);
        }
    }

    int acknowledged() {
        return answered.get();
    }

    int inDoubt() {
        return inDoubt.get();
    }

    List<String> volunteers() {
        return volunteers;
    }

    List<Answer> of(String volunteer) {
        return answers.values().stream().filter(answer -> answer.volunteer().equals(volunteer)).toList();
    }
}
