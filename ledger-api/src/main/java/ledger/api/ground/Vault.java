package ledger.api.ground;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.projections.recognition.BirthDates;

/**
 * Where personal data lives, and nowhere else. Facts know people by opaque id only. A roster is matched in bulk without
 * handing out what the vault knows; an unknown and a mismatched person get the same answer.
 */
public interface Vault extends BirthDates {

    /** A person as registered. */
    record Person(
            String number,
            String name,
            String documentType,
            String documentNumber,
            @Nullable LocalDate bornOn,
            @Nullable String sex,
            @Nullable String guardianConsent) {}

    /**
     * Who a row says it is: a volunteer number, or a document by type and number. Whatever is given must agree.
     *
     * @param documentType absent where the row tells none
     */
    record Identity(
            @Nullable String number,
            @Nullable String name,
            @Nullable String documentType,
            @Nullable String documentNumber) {

        public Identity(@Nullable String number, @Nullable String name, @Nullable String documentNumber) {
            this(number, name, null, documentNumber);
        }
    }

    /** What came of enrolling a person. */
    sealed interface Enrolment {
        String volunteerId();

        record New(String volunteerId) implements Enrolment {}

        /** Already there with the same data. */
        record Known(String volunteerId) implements Enrolment {}

        /** The number is there with other data. */
        record Differs(String volunteerId) implements Enrolment {}

        /** The document is registered under another number: one person, one number (R5). */
        record DocumentTaken(String volunteerId) implements Enrolment {}
    }

    Enrolment enrol(Person person);

    /** For each identity the volunteer it is, or nothing when it is unknown or does not agree. */
    List<Optional<String>> match(List<Identity> identities);

    Optional<String> volunteerId(String number);

    Optional<Person> read(String volunteerId);

    Map<String, Person> read(Collection<String> volunteerIds);

    /** A person in charge or a recorder, as an organization names them. */
    record Contact(String organizationId, String name) {}

    /** The id of each contact, made where it is new. */
    Map<Contact, String> contactIds(Collection<Contact> contacts);

    /** The ids of those contacts that are there; none is made. */
    Map<Contact, String> knownContactIds(Collection<Contact> contacts);

    Map<String, String> contactNames(Collection<String> contactIds);
}
