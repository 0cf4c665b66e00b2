package ledger.api.ground;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.Circumstances;

/** Looks up, for sessions on their way, what the registers know of their volunteers and activities (R12, R14, R20). */
public final class CircumstancesRegister {

    /** What the register of volunteers says of a minor whose guardian consented. */
    private static final String CONSENTED = "是";

    private final Vault vault;

    CircumstancesRegister(Vault vault) {
        this.vault = vault;
    }

    /**
     * One session to be judged.
     *
     * @param recordedBy the recording organization, whose activity codes are meant
     * @param activityCode code of the published activity it is linked to; absent when it is linked to none
     */
    public record Asked(String volunteerId, LocalDate servedOn, String recordedBy, @Nullable String activityCode) {}

    /** One answer for each session, in their order. */
    public List<Circumstances> of(List<Asked> sessions) {
        Map<String, Vault.Person> people =
                vault.read(sessions.stream().map(Asked::volunteerId).distinct().toList());
        return sessions.stream().map(session -> known(people.get(session.volunteerId()), session.servedOn())).toList();
    }

    private static Circumstances known(Vault.@Nullable Person person, LocalDate servedOn) {
        return person == null
                ? Circumstances.UNKNOWN
                : new Circumstances(
                        age(person.bornOn(), servedOn), CONSENTED.equals(person.guardianConsent()), List.of(), null,
                        false);
    }

    /** Whole years; negative on every day before birth. */
    private static @Nullable Integer age(@Nullable LocalDate born, LocalDate day) {
        if (born == null) {
            return null;
        }
        return day.isBefore(born) ? -1 : Period.between(born, day).getYears();
    }
}
