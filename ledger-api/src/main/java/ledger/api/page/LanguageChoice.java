package ledger.api.page;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese or English: as the reader chose last, else as their browser prefers. */
final class LanguageChoice extends CookieLocaleResolver {

    static final String NAME = "lang";

    LanguageChoice() {
        super(NAME);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setDefaultLocaleFunction(LanguageChoice::preferred);
    }

    /** The link that changes the language. */
    static final class Change extends LocaleChangeInterceptor {

        Change() {
            setParamName(NAME);
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String value) {
            return of(Locale.forLanguageTag(value));
        }
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        return of(Locale.forLanguageTag(value));
    }

    private static Locale preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> isChinese(locale) || locale.getLanguage().equals("en"))
                .findFirst()
                .map(LanguageChoice::of)
                .orElse(Locale.ENGLISH);
    }

    private static Locale of(Locale asked) {
        return isChinese(asked) ? Locale.CHINESE : Locale.ENGLISH;
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
