package ledger.api.door;

import java.util.Locale;

import ledger.api.intake.Texts;
import ledger.api.intake.Texts.Text;
import ledger.domain.Refusal;

/**
 * Why something was, or would be, refused, as a caller reads it.
 *
 * @param code stable code of the refusal
 * @param field the field it is about
 */
public record RefusedJson(String code, String field, Text zh, Text en) {

    static RefusedJson of(Refusal refusal, Texts texts) {
        return new RefusedJson(
                refusal.code().wire(), refusal.field(), texts.of(refusal, Locale.CHINESE),
                texts.of(refusal, Locale.ENGLISH));
    }
}
