package ledger.api.page;

import java.nio.charset.StandardCharsets;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wiring of the pages: their language, their words, and what frames each of them. */
@Configuration
class PageConfiguration implements WebMvcConfigurer {

    private static final String[] NO_PAGES = {"/api/**", "/actuator/**", "/style.css", "/desk.js"};

    private final FrameInterceptor frame;

    PageConfiguration(FrameInterceptor frame) {
        this.frame = frame;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageChoice();
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new LanguageChoice.Change()).excludePathPatterns(NO_PAGES);
        interceptors.addInterceptor(frame).excludePathPatterns(NO_PAGES);
    }
}
