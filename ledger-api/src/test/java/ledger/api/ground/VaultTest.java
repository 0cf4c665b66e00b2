package ledger.api.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ledger.api.TestLedger;
import ledger.api.ground.Vault.Contact;
import ledger.api.ground.Vault.Enrolment;
import ledger.api.ground.Vault.Identity;
import ledger.api.ground.Vault.Person;

import static org.assertj.core.api.Assertions.assertThat;

class VaultTest {

    private static TestLedger ledger;
    private static Vault vault;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        vault = ledger.get(Vault.class);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void r5_oneDocumentHasOneNumber() {
        String first = vault.enrol(person("V-1", "李雷", "E-1")).volunteerId();
        assertThat(vault.enrol(person("V-2", "李雷", "E-1"))).isEqualTo(new Enrolment.DocumentTaken(first));
        assertThat(vault.enrol(person("V-2", "韩梅", "E-1"))).isEqualTo(new Enrolment.DocumentTaken(first));
        assertThat(vault.volunteerId("V-2")).isEmpty();
    }

    @Test
    void r5_theSamePersonAgainIsKnownAndWithOtherDataDiffers() {
        String id = vault.enrol(person("V-3", "李雷", "E-3")).volunteerId();
        assertThat(vault.enrol(person("V-3", "李雷", "E-3"))).isEqualTo(new Enrolment.Known(id));
        assertThat(vault.enrol(person("V-3", "李蕾", "E-3"))).isEqualTo(new Enrolment.Differs(id));
        assertThat(vault.enrol(person("V-3", "李雷", "E-4"))).isEqualTo(new Enrolment.Differs(id));
        assertThat(vault.read(id)).contains(person("V-3", "李雷", "E-3"));
    }

    @Test
    void r5_enrolledByManyAtOnceAPersonIsNewOnce() {
        for (int round = 0; round < 10; round++) {
            Person person = person("V-at-once-" + round, "李雷", "E-at-once-" + round);
            List<Enrolment> enrolments = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> vault.enrol(person)))
                    .toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(enrolments.stream().filter(Enrolment.New.class::isInstance)).hasSize(1);
            assertThat(enrolments.stream().map(Enrolment::volunteerId).distinct()).hasSize(1);
        }
    }

    @Test
    void unknownAndMismatchedGetTheSameAnswer() {
        String id = vault.enrol(person("V-5", "李雷", "E-5")).volunteerId();
        vault.enrol(person("V-6", "韩梅", "E-6"));
        assertThat(vault.match(List.of(
                        new Identity("V-5", "李雷", "E-5"),
                        new Identity("V-5", "韩梅", "E-5"),
                        new Identity("V-5", "李雷", "E-6"),
                        new Identity("V-unknown", "李雷", "E-5"),
                        new Identity(null, "李雷", "E-5"),
                        new Identity(null, "李雷", "E-6"),
                        new Identity(null, null, null))))
                .containsExactly(
                        Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id),
                        Optional.empty(), Optional.empty());
    }

    @Test
    void aContactHasOneIdInItsOrganization() {
        Contact wang = new Contact("organization-1", "王芳");
        Contact elsewhere = new Contact("organization-2", "王芳");
        var ids = vault.contactIds(List.of(wang, elsewhere, wang));
        assertThat(ids).containsOnlyKeys(wang, elsewhere);
        assertThat(ids.get(wang)).isNotEqualTo(ids.get(elsewhere)).doesNotContain("王芳");
        assertThat(vault.contactIds(List.of(wang))).containsEntry(wang, ids.get(wang));
        assertThat(vault.contactNames(Set.of(ids.get(wang), "contact-unknown"))).containsOnly(
                java.util.Map.entry(ids.get(wang), "王芳"));
    }

    @Test
    void contactsNamedByManyAtOnceInAnyOrderHaveOneIdEach() {
        for (int round = 0; round < 15; round++) {
            String organization = "organization-at-once-" + round;
            List<CompletableFuture<java.util.Map<Contact, String>>> asked = new ArrayList<>();
            for (int sender = 0; sender < 4; sender++) {
                List<Contact> contacts = new ArrayList<>(IntStream.range(0, 200 + 300 * sender)
                        .mapToObj(i -> new Contact(organization, "联系人" + i)).toList());
                Collections.reverse(contacts);
                asked.add(CompletableFuture.supplyAsync(() -> vault.contactIds(contacts)));
            }
            assertThat(asked.stream().map(ids -> ids.join().get(new Contact(organization, "联系人7"))).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void birthDatesAreKnownOnlyWhereTheyWereGiven() {
        String known = vault.enrol(new Person(
                "V-7", "李雷", "护照", "E-7", LocalDate.parse("2000-02-29"), null, null)).volunteerId();
        String unknown = vault.enrol(person("V-8", "韩梅", "E-8")).volunteerId();
        assertThat(vault.of(List.of(known, unknown, "volunteer-nobody"))).containsOnly(
                java.util.Map.entry(known, LocalDate.parse("2000-02-29")));
    }

    private static Person person(String number, String name, String document) {
        return new Person(number, name, "护照", document, null, null, null);
    }
}
