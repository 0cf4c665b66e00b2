package ledger.api.page;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;
import ledger.api.access.Officers;
import ledger.api.access.Visibility;
import ledger.api.intake.SessionIntake;

/**
 * What stands around every page: who reads it, in which language, on which business day.
 *
 * @param languageLink the same page in the other language
 * @param actor absent before signing in
 * @param organizationName the organization the reader acts for; empty for all others
 */
public record Frame(
        boolean chinese,
        String languageLink,
        @Nullable Actor actor,
        String organizationName,
        LocalDate today,
        boolean simulated) {

    /** As {@code <html lang>} wants it. */
    public String htmlLanguage() {
        return chinese ? "zh-CN" : "en";
    }

    /** Whether the desk is open to the reader. */
    public boolean submits() {
        return actor != null && SessionIntake.maySubmit(actor);
    }

    /** Whether the reader decides about entries of others. */
    public boolean decides() {
        return actor != null && Officers.mayDecide(actor);
    }

    /** Whether the reader may see more accounts than their own. */
    public boolean looksUp() {
        return actor != null && (Visibility.seesAll(actor) || actor.role().isOfOrganization());
    }
}
