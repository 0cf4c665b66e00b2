package ledger.api.ground;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.projections.recognition.SchemeShelf;

/** Who put which version of a scheme into use, and the documents that an operator brought. */
public final class SignedSchemes {

    private static final Logger LOG = LoggerFactory.getLogger(SignedSchemes.class);

    private final JdbcTemplate jdbc;

    public SignedSchemes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version put into use.
     *
     * @param digest SHA-256 of the text that was signed
     * @param signedBy the person who answers for it
     * @param document the text, where an operator brought it; absent for one that the ledger ships
     */
    public record Signature(
            String schemeId,
            String version,
            String digest,
            String signedBy,
            LocalDate signedOn,
            @Nullable String document) {
        public String edition() {
            return schemeId + "/" + version;
        }
    }

    public List<Signature> all() {
        return jdbc.query(
                """
                SELECT scheme_id, version, digest, signed_by, signed_on, document FROM reference.scheme_signature
                ORDER BY signed_on, scheme_id, version
                """,
                (row, number) -> new Signature(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getObject(5, LocalDate.class), row.getString(6)));
    }

    /** Keep a signature; of two for the same version the first one stays. */
    public void put(Signature signature) {
        jdbc.update(
                """
                INSERT INTO reference.scheme_signature (scheme_id, version, digest, signed_by, signed_on, document)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                signature.schemeId(), signature.version(), signature.digest(), signature.signedBy(),
                signature.signedOn(), signature.document());
    }

    /** Take back a signature whose version could not be published. */
    public void remove(Signature signature) {
        jdbc.update(
                "DELETE FROM reference.scheme_signature WHERE scheme_id = ? AND version = ? AND digest = ?",
                signature.schemeId(), signature.version(), signature.digest());
    }

    /** Texts that operators brought, by the name under which mistakes are told. */
    public Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        for (Signature signature : all()) {
            if (signature.document() != null) {
                documents.put(signature.edition() + ".yaml", signature.document());
            }
        }
        return documents;
    }

    /**
     * What is at hand and in use: the schemes named whose text was read, and every version that was signed.
     *
     * @param ids of the schemes that this installation names
     * @throws IllegalArgumentException when there is no scheme of such an id
     */
    SchemeShelf.Stock stock(Set<String> ids) {
        Schemes schemes = Schemes.with(documents());
        Set<String> known = new TreeSet<>(schemes.all().stream().map(Scheme::id).toList());
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("LEDGER_SCHEMES: no scheme " + id + "; known are " + known);
        });
        Set<String> editions = new TreeSet<>();
        for (Scheme scheme : schemes.all()) {
            if (ids.contains(scheme.id()) && !scheme.confidence().isUnverified()) {
                editions.add(scheme.edition());
            }
        }
        for (Signature signature : all()) {
            boolean same = schemes.find(signature.schemeId(), signature.version())
                    .filter(scheme -> scheme.digest().equals(signature.digest())).isPresent();
            if (same) {
                editions.add(signature.edition());
            } else {
                LOG.warn("{} is not the text that {} signed and is not used 文本与签字时不同，未启用",
                        signature.edition(), signature.signedBy());
            }
        }
        schemes.all().stream()
                .filter(scheme -> ids.contains(scheme.id()) && !editions.contains(scheme.edition()))
                .forEach(scheme -> LOG.warn(
                        "{} is an unverified example; sign it to use it 未经核实的示例，签字后才启用: ./ledger schemes sign {}",
                        scheme.edition(), scheme.edition()));
        return new SchemeShelf.Stock(schemes, editions);
    }
}
