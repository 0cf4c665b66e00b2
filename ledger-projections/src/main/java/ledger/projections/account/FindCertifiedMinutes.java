package ledger.projections.account;

import java.util.Map;

import ledger.projections.LedgerQuery;
import ledger.projections.account.FindCertifiedMinutes.CertifiedMinutes;

/**
 * How many minutes are certified in the whole ledger?
 *
 * @param days of service on these days
 * @param position as known at this ledger position; {@link EntryReader#NOW} for what is known now
 */
public record FindCertifiedMinutes(ServedDays days, long position) implements LedgerQuery<CertifiedMinutes> {

    /**
     * @param position as known at which they are
     * @param byOrganization minutes by the id of the recording organization
     * @param byCategory minutes by category; those without one under an empty name
     */
    public record CertifiedMinutes(long position, Map<String, Long> byOrganization, Map<String, Long> byCategory) {}

    @Override
    public Class<CertifiedMinutes> answer() {
        return CertifiedMinutes.class;
    }
}
