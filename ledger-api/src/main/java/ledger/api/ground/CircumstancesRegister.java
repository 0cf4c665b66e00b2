package ledger.api.ground;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.Circumstances;

/** Looks up, for sessions on their way, what the registers know of their volunteers and activities (R12, R14, R20). */
public final class CircumstancesRegister {

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
        Map<String, LocalDate> born = vault.of(sessions.stream().map(Asked::volunteerId).distinct().toList());
        return sessions.stream()
                .map(session -> new Circumstances(
                        age(born.get(session.volunteerId()), session.servedOn()), false, List.of(), null, false))
                .toList();
    }

    /** Whole years; negative on every day before birth. */
    private static @Nullable Integer age(@Nullable LocalDate born, LocalDate day) {
        if (born == null) {
            return null;
        }
        return day.isBefore(born) ? -1 : Period.between(born, day).getYears();
    }
}
