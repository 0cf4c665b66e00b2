package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Birth dates from the vault, for age bands. A volunteer whose date is not known (any more) is simply absent. */
@FunctionalInterface
public interface BirthDates {

    /** Where there is no vault: nobody's date is known. */
    BirthDates UNKNOWN = volunteerIds -> Map.of();

    Map<String, LocalDate> of(Collection<String> volunteerIds);
}
