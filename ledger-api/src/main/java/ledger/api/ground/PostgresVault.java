package ledger.api.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The vault in its own schema of the database. */
final class PostgresVault implements Vault {

    private record Row(String volunteerId, Person person) {}

    private static final RowMapper<Row> ROW = (row, number) -> new Row(
            row.getString("volunteer_id"),
            new Person(
                    row.getString("number"),
                    row.getString("name"),
                    row.getString("document_type"),
                    row.getString("document_number"),
                    row.getObject("born_on", LocalDate.class),
                    row.getString("sex"),
                    row.getString("guardian_consent")));

    private final JdbcTemplate jdbc;

    PostgresVault(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Enrolment enrol(Person person) {
        Optional<Enrolment> known = known(person);
        if (known.isPresent()) {
            return known.get();
        }
        String volunteerId = "volunteer-" + UUID.randomUUID();
        try {
            jdbc.update(
                    """
                    INSERT INTO vault.person (volunteer_id, number, name, document_type, document_number, born_on, sex,
                      guardian_consent) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    volunteerId, person.number(), person.name(), person.documentType(), person.documentNumber(),
                    person.bornOn(), person.sex(), person.guardianConsent());
            return new Enrolment.New(volunteerId);
        } catch (DuplicateKeyException e) {
            return known(person).orElseThrow(() -> e);
        }
    }

    private Optional<Enrolment> known(Person person) {
        Optional<Row> byNumber = one("SELECT * FROM vault.person WHERE number = ?", person.number());
        if (byNumber.isPresent()) {
            Row row = byNumber.get();
            return Optional.of(row.person().equals(person)
                    ? new Enrolment.Known(row.volunteerId())
                    : new Enrolment.Differs(row.volunteerId()));
        }
        return one(
                        "SELECT * FROM vault.person WHERE document_type = ? AND document_number = ?",
                        person.documentType(), person.documentNumber())
                .map(row -> new Enrolment.DocumentTaken(row.volunteerId()));
    }

    private Optional<Row> one(String query, Object... arguments) {
        return jdbc.query(query, ROW, arguments).stream().findFirst();
    }

    @Override
    public List<Optional<String>> match(List<Identity> identities) {
        Map<String, List<Row>> byNumber = rows("number", identities.stream().map(Identity::number), Person::number);
        Map<String, List<Row>> byDocument = rows(
                "document_number",
                identities.stream().filter(one -> one.number() == null).map(Identity::documentNumber),
                Person::documentNumber);
        List<Optional<String>> answers = new ArrayList<>();
        for (Identity identity : identities) {
            List<Row> found = identity.number() != null
                    ? byNumber.get(identity.number())
                    : byDocument.get(Objects.requireNonNullElse(identity.documentNumber(), ""));
            answers.add(found == null ? Optional.empty() : theOnly(identity, found));
        }
        return answers;
    }

    /** The one person that agrees; two documents with one number and no type told match nobody. */
    private static Optional<String> theOnly(Identity identity, List<Row> rows) {
        List<Row> agreeing = rows.stream().filter(row -> agrees(identity, row.person())).toList();
        return agreeing.size() == 1 ? Optional.of(agreeing.getFirst().volunteerId()) : Optional.empty();
    }

    private static boolean agrees(Identity identity, Person person) {
        return (identity.name() == null || identity.name().equals(person.name()))
                && (identity.documentType() == null || identity.documentType().equals(person.documentType()))
                && (identity.documentNumber() == null || identity.documentNumber().equals(person.documentNumber()));
    }

    private Map<String, List<Row>> rows(String column, Stream<String> values, Function<Person, String> key) {
        Set<String> wanted = values.filter(Objects::nonNull).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return jdbc.query(
                        "SELECT * FROM vault.person WHERE " + column + " = ANY(?)",
                        ROW, (Object) wanted.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(row -> key.apply(row.person())));
    }

    @Override
    public Optional<String> volunteerId(String number) {
        return one("SELECT * FROM vault.person WHERE number = ?", number).map(Row::volunteerId);
    }

    @Override
    public Optional<Person> read(String volunteerId) {
        return one("SELECT * FROM vault.person WHERE volunteer_id = ?", volunteerId).map(Row::person);
    }

    @Override
    public Map<String, Person> read(Collection<String> volunteerIds) {
        return jdbc.query(
                        "SELECT * FROM vault.person WHERE volunteer_id = ANY(?)",
                        ROW, (Object) volunteerIds.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Row::volunteerId, Row::person));
    }

    @Override
    public Map<String, LocalDate> of(Collection<String> volunteerIds) {
        Map<String, LocalDate> born = new HashMap<>();
        read(volunteerIds).forEach((volunteerId, person) -> {
            if (person.bornOn() != null) {
                born.put(volunteerId, person.bornOn());
            }
        });
        return born;
    }

    @Override
    public Map<Contact, String> contactIds(Collection<Contact> contacts) {
        List<Contact> wanted = contacts.stream()
                .distinct()
                .sorted(Comparator.comparing(Contact::organizationId).thenComparing(Contact::name))
                .toList();
        String[] organizations = wanted.stream().map(Contact::organizationId).toArray(String[]::new);
        String[] names = wanted.stream().map(Contact::name).toArray(String[]::new);
        jdbc.update(
                """
                INSERT INTO vault.contact (contact_id, organization_id, name)
                SELECT 'contact-' || gen_random_uuid(), c.* FROM unnest(?::text[], ?::text[]) AS c
                ON CONFLICT (organization_id, name) DO NOTHING
                """,
                organizations, names);
        return knownContactIds(wanted);
    }

    @Override
    public Map<Contact, String> knownContactIds(Collection<Contact> contacts) {
        Map<Contact, String> found = new HashMap<>();
        jdbc.query(
                """
                SELECT v.* FROM vault.contact v JOIN unnest(?::text[], ?::text[]) AS c(organization_id, name)
                USING (organization_id, name)
                """,
                row -> {
                    found.put(
                            new Contact(row.getString("organization_id"), row.getString("name")),
                            row.getString("contact_id"));
                },
                contacts.stream().map(Contact::organizationId).toArray(String[]::new),
                contacts.stream().map(Contact::name).toArray(String[]::new));
        return found;
    }

    @Override
    public Map<String, String> contactNames(Collection<String> contactIds) {
        Map<String, String> names = new HashMap<>();
        jdbc.query(
                "SELECT contact_id, name FROM vault.contact WHERE contact_id = ANY(?)",
                row -> {
                    names.put(row.getString(1), row.getString(2));
                },
                (Object) contactIds.toArray(String[]::new));
        return names;
    }
}
