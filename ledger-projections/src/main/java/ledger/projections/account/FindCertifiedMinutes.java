package ledger.projections.account;

import java.util.Map;

import ledger.projections.LedgerQuery;
import ledger.projections.account.FindCertifiedMinutes.CertifiedMinutes;

/** How many minutes are certified in the whole ledger? */
public record FindCertifiedMinutes() implements LedgerQuery<CertifiedMinutes> {

    /**
     * @param byOrganization minutes by the id of the recording organization
     * @param byCategory minutes by category; those without one under an empty name
     */
    public record CertifiedMinutes(Map<String, Long> byOrganization, Map<String, Long> byCategory) {}

    @Override
    public Class<CertifiedMinutes> answer() {
        return CertifiedMinutes.class;
    }
}
