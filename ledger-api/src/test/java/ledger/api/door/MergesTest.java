package ledger.api.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.access.Actor;
import ledger.api.door.SmallTown.Who;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.Job;
import ledger.api.ground.Jobs;
import ledger.api.ground.KnownAccounts;
import ledger.api.ground.Vault;
import ledger.domain.LedgerCommand;
import ledger.domain.LedgerIds;
import ledger.domain.account.AccountMergeCommand.AbsorbAccount;
import ledger.domain.account.AccountMergeCommand.AgreeToMerge;
import ledger.domain.account.AccountMergeCommand.CloseAccount;
import ledger.domain.account.AccountMergeCommand.GiveBackAccount;
import ledger.domain.account.AccountMergeCommand.ReopenAccount;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.volunteer.VolunteerCommand.MergeVolunteers;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Two numbers of one person become one and two again (R5), also when whoever does it dies between two steps. */
class MergesTest {

    private static final String RULEBOOK = "default-cn/2026-2";
    private static final Officer OFFICER = new Officer(LedgerIds.organization("AUTH"), Tier.AUTHORITY);
    private static final AnnexNote NOTE = new AnnexNote("note-1", "5f1c");

    private SmallTown town;

    @BeforeEach
    void start() {
        town = new SmallTown();
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void r5_everyEntryGoesAlongAndCountsOnceAndGoesBackWhenItWasWrong() {
        String sent = town.session(SmallTown.SECOND, SmallTown.STATION);
        String entry = json(town.post(Who.OPERATOR, "/sessions", "application/json", sent)).path("id").asString();
        String statement = json(town.post(
                        Who.SECOND_VOLUNTEER, "/volunteers/" + SmallTown.SECOND + "/statements", "application/json",
                        "{}"))
                .path("number").asString();
        int first = certified(SmallTown.FIRST);
        int second = certified(SmallTown.SECOND);
        long before = hours(SmallTown.FIRST).path("position").asLong();
        String totals = totals();

        ask("merge", """
                {"into": "%s", "reasonCode": "same-person", "reason": "同一人"}""".formatted(SmallTown.FIRST));
        assertThat(certified(SmallTown.FIRST)).isEqualTo(first + second);
        assertThat(hours(SmallTown.SECOND).path("certifiedMinutes").asInt()).isZero();
        assertThat(hours(SmallTown.SECOND).path("mergedInto").asString()).isEqualTo(SmallTown.FIRST);
        assertThat(totals()).isEqualTo(totals);
        JsonNode then = json(town.get(Who.AUDITOR, "/volunteers/" + SmallTown.SECOND + "/hours?asOf=" + before));
        assertThat(then.path("certifiedMinutes").asInt()).isEqualTo(second);
        JsonNode shown = json(town.get(Who.AUDITOR, "/statements/" + statement));
        assertThat(shown.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(shown.path("mergedInto").asString()).isEqualTo(SmallTown.FIRST);
        assertThat(shown.path("digestHolds").asBoolean()).isTrue();

        JsonNode again = json(town.post(Who.OPERATOR, "/sessions", "application/json", sent));
        assertThat(again.path("id").asString()).isEqualTo(entry);
        assertThat(again.path("verdict").asString()).isEqualToIgnoringCase("duplicate");
        String later = town.freshEntry(SmallTown.SECOND, SmallTown.STATION);
        assertThat(json(town.get(Who.AUDITOR, "/entries/" + later + "?after=" + head())).at("/entry/accountId")
                        .asString())
                .isEqualTo(LedgerIds.accountOf(id(SmallTown.FIRST)));

        ask("unmerge", "{\"reasonCode\": \"two-people\", \"reason\": \"不是同一人\"}");
        assertThat(certified(SmallTown.FIRST)).isEqualTo(first);
        assertThat(certified(SmallTown.SECOND)).isEqualTo(second);
        assertThat(json(town.get(Who.AUDITOR, "/entries/" + later)).at("/entry/accountId").asString())
                .as("what was recorded since stays")
                .isEqualTo(LedgerIds.accountOf(id(SmallTown.FIRST)));
        assertThat(json(town.get(Who.AUDITOR, "/volunteers/" + SmallTown.SECOND + "/merges"))
                        .at("/merges/0/state").asString())
                .isEqualTo("UNDONE");
        JsonNode replay = json(town.post(
                Who.AUDITOR, "/replays", "application/json",
                "{\"scope\": \"volunteer:" + SmallTown.SECOND + "\", \"compare\": true}"));
        assertThat(replay.toString()).doesNotContain("\"same\":false");
    }

    @Test
    void r5_whoeverTakesTheJobGoesOnWhereItWas() {
        int first = certified(SmallTown.FIRST);
        int second = certified(SmallTown.SECOND);
        for (int died = 0; died <= 4; died++) {
            String merge = "merge-0000000" + died;
            begun(merge, died);
            work("job-" + merge, Job.Kind.MERGE, merge);
            assertThat(certified(SmallTown.FIRST)).as("died after step %d", died).isEqualTo(first + second);
            assertThat(hours(SmallTown.SECOND).path("certifiedMinutes").asInt()).isZero();
            undone(merge, died);
            work("job-undo-" + merge, Job.Kind.UNMERGE, merge);
            assertThat(certified(SmallTown.FIRST)).as("undoing died after step %d", died).isEqualTo(first);
            assertThat(certified(SmallTown.SECOND)).isEqualTo(second);
        }
    }

    @Test
    void r5_whatCannotBeMergedIsRefusedAtOnceAndInBothLanguages() {
        var itself = town.post(
                Who.AUTHORITY, "/volunteers/" + SmallTown.FIRST + "/merge", "application/json", """
                        {"into": "%s", "reasonCode": "same-person", "reason": "同一人"}""".formatted(SmallTown.FIRST));
        assertThat(itself.statusCode()).isEqualTo(422);
        assertThat(itself.body()).contains("merge-with-itself", "不能把编号并入它自己");
        ask("merge", """
                {"into": "%s", "reasonCode": "same-person", "reason": "同一人"}""".formatted(SmallTown.FIRST));
        var circle = town.post(
                Who.AUTHORITY, "/volunteers/" + SmallTown.FIRST + "/merge", "application/json", """
                        {"into": "%s", "reasonCode": "same-person", "reason": "同一人"}""".formatted(SmallTown.SECOND));
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(circle.body()).contains("survivor-merged");
    }

    @Test
    void anEntryGoesToAnotherOrganizationWhenItsVolunteerConsents() {
        String path = "/entries/" + town.entry + "/transfer";
        String asked = "{\"to\": \"ST-B\", \"reasonCode\": \"moved\", \"reason\": \"队伍合并\"}";
        String own = "/volunteers/" + SmallTown.FIRST + "/transfers";
        int minutes = certified(SmallTown.FIRST);
        int there = byOrganization("ST-B");
        json(town.post(Who.MANAGER, path, "application/json", asked));
        assertThat(json(town.get(Who.FIRST_VOLUNTEER, own)).at("/transfers/0/transfer/state").asString())
                .isEqualTo("PROPOSED");
        assertThat(json(town.get(Who.MANAGER_ELSEWHERE, "/transfers")).path("transfers")).isEmpty();
        assertThat(town.post(Who.MANAGER_ELSEWHERE, path + "/acceptance", "application/json", "").statusCode())
                .isEqualTo(404);
        json(town.post(Who.FIRST_VOLUNTEER, path + "/consent", "application/json", ""));
        json(town.post(Who.FIRST_VOLUNTEER, path + "/refusal", "application/json", "{}"));
        assertThat(json(town.get(Who.FIRST_VOLUNTEER, own)).at("/transfers/0/transfer/state").asString())
                .isEqualTo("CONSENT_WITHDRAWN");

        json(town.post(Who.MANAGER, path, "application/json", asked));
        json(town.post(Who.FIRST_VOLUNTEER, path + "/consent", "application/json", ""));
        assertThat(json(town.get(Who.MANAGER_ELSEWHERE, "/transfers")).path("transfers")).hasSize(1);
        json(town.post(Who.MANAGER_ELSEWHERE, path + "/acceptance", "application/json", ""));
        assertThat(certified(SmallTown.FIRST)).isEqualTo(minutes);
        assertThat(byOrganization("ST-B")).isEqualTo(there + 120);
        assertThat(json(town.get(Who.AUDITOR, "/statements/" + town.statement)).path("status").asString())
                .isEqualTo("SUPERSEDED");
        assertThat(town.get(Who.MANAGER, "/entries/" + town.entry).statusCode()).isEqualTo(404);
    }

    /** As many steps of a merge as were done before whoever did it died. */
    private void begun(String merge, int steps) {
        String from = LedgerIds.accountOf(id(SmallTown.SECOND));
        String into = LedgerIds.accountOf(id(SmallTown.FIRST));
        LocalDate today = LocalDate.now();
        if (steps > 0) {
            send(new AgreeToMerge(into, merge, from, OFFICER, "same-person", NOTE, today));
        }
        if (steps > 1) {
            send(new CloseAccount(from, merge, into, today));
        }
        if (steps > 2) {
            send(new AbsorbAccount(
                    into, merge, from, AccountRehearsal.of(accounts().past(from)).handedOver(), RULEBOOK, today));
        }
        if (steps > 3) {
            send(new MergeVolunteers(id(SmallTown.SECOND), merge, id(SmallTown.FIRST), today));
        }
    }

    private void undone(String merge, int steps) {
        String from = LedgerIds.accountOf(id(SmallTown.SECOND));
        String into = LedgerIds.accountOf(id(SmallTown.FIRST));
        LocalDate today = LocalDate.now();
        if (steps > 0) {
            send(new GiveBackAccount(into, merge, OFFICER, "two-people", NOTE, today));
        }
        if (steps > 1) {
            send(new ReopenAccount(
                    from, merge, into, AccountRehearsal.givenBack(accounts().past(into), merge), RULEBOOK, today));
        }
    }

    private void send(LedgerCommand command) {
        assertThat(town.ledger().get(CommandDesk.class).send(command, Actor.LEDGER).decision())
                .isInstanceOf(ledger.domain.Decision.Accepted.class);
    }

    private KnownAccounts accounts() {
        return town.ledger().get(KnownAccounts.class);
    }

    private void work(String jobId, Job.Kind kind, String merge) {
        Map<String, Object> plan = Map.of(
                "mergeId", merge, "fromVolunteerId", id(SmallTown.SECOND), "intoVolunteerId", id(SmallTown.FIRST),
                "officer", OFFICER, "reasonCode", "same-person", "reason", NOTE);
        town.ledger().get(Jobs.class).begin(jobId, new Jobs.Asked(
                kind, null, Actor.LEDGER, null, null, null, LedgerJson.write(plan), false));
        await(jobId);
    }

    private void ask(String what, String body) {
        JsonNode job = json(town.post(
                Who.AUTHORITY, "/volunteers/" + SmallTown.SECOND + "/" + what, "application/json", body));
        await(job.path("job").asString());
    }

    private void await(String jobId) {
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            JsonNode job = json(town.get(Who.OPERATOR, "/jobs/" + jobId));
            states.add(job.path("state").asString());
            if (job.hasNonNull("finishedAt")) {
                assertThat(states.getLast()).as("%s", job).isEqualTo("DONE");
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(jobId + " does not end: " + states.getLast());
    }

    private String id(String number) {
        return town.ledger().get(Vault.class).volunteerId(number).orElseThrow();
    }

    private long head() {
        return accounts().head();
    }

    private JsonNode hours(String number) {
        return json(town.get(Who.AUDITOR, "/volunteers/" + number + "/hours?after=" + head()));
    }

    /** What is certified in the whole ledger, whatever the position. */
    private String totals() {
        return town.get(Who.AUDITOR, "/totals").body().replaceAll("\"(position|asOf)\":\\d+", "");
    }

    private int certified(String number) {
        return hours(number).path("certifiedMinutes").asInt();
    }

    private int byOrganization(String code) {
        return json(town.get(Who.AUDITOR, "/totals?after=" + head())).path("byOrganization").path(code).asInt();
    }

    private static JsonNode json(java.net.http.HttpResponse<String> response) {
        return SmallTown.json(response);
    }
}
