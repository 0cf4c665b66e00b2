package ledger.api.access;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.WebUtils;

import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;

/**
 * Every door asks for a token, except health, the sign-in page and what it is drawn with, and the list of notices.
 */
@Configuration
public class AccessConfiguration {

    private static final String[] OPEN_DOORS = {
        "/actuator/health", "/actuator/health/**", "/enter", "/leave", "/style.css", "/favicon.ico", "/error",
        "/notices", "/api/v1/notices"
    };

    @Bean
    Tokens tokens(JdbcTemplate jdbc, Clock clock) {
        return new Tokens(jdbc, clock);
    }

    @Bean
    TokenFilter tokenFilter(Tokens tokens, HandlerExceptionResolver handlerExceptionResolver) {
        return new TokenFilter(tokens, handlerExceptionResolver);
    }

    @Bean
    UploadLimit uploadLimit(
            @Value("${ledger.max-upload-mb}") long megabytes,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new UploadLimit(megabytes, problems);
    }

    /** The filter belongs to the chain below, and to no other. */
    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilterOnlyInItsChain(TokenFilter filter) {
        FilterRegistrationBean<TokenFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, TokenFilter tokenFilter, HandlerExceptionResolver handlerExceptionResolver) {
        return http
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf
                        .csrfTokenRepository(new CookieCsrfTokenRepository())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        // Every request brings its token anew; that is no sign-in after which forms must change.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(AccessConfiguration::bringsItsOwnToken, AccessConfiguration::entering))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(OPEN_DOORS).permitAll()
                        .requestMatchers("/actuator/**").hasRole(Role.OPERATOR.name())
                        .anyRequest().authenticated())
                .addFilterBefore(tokenFilter, AnonymousAuthenticationFilter.class)
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((request, response, e) ->
                                unauthenticated(request, response, handlerExceptionResolver))
                        .accessDeniedHandler((request, response, e) ->
                                forbidden(request, response, handlerExceptionResolver)))
                .build();
    }

    /** An address that no door can have, such as one with two slashes, gets its answer like any other bad request. */
    @Bean
    RequestRejectedHandler addressesThatNoDoorHas(HandlerExceptionResolver handlerExceptionResolver) {
        return (request, response, e) -> {
            if (isForPrograms(request)) {
                handlerExceptionResolver.resolveException(
                        request, response, null, RefusedException.of(DoorRefusal.REQUEST_UNREADABLE, "path"));
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        };
    }

    /** Only a browser's cookie can be used behind its user's back. */
    private static boolean bringsItsOwnToken(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || WebUtils.getCookie(request, TokenFilter.COOKIE) == null;
    }

    /** Signing in changes nothing that a forged request could gain from. */
    private static boolean entering(HttpServletRequest request) {
        return request.getServletPath().equals("/enter");
    }

    private static void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, HandlerExceptionResolver problems)
            throws java.io.IOException {
        if (isForPrograms(request)) {
            problems.resolveException(
                    request, response, null, RefusedException.of(DoorRefusal.UNAUTHENTICATED, "token"));
        } else {
            response.sendRedirect(request.getContextPath() + "/enter");
        }
    }

    private static void forbidden(
            HttpServletRequest request, HttpServletResponse response, HandlerExceptionResolver problems)
            throws java.io.IOException {
        if (isForPrograms(request)) {
            problems.resolveException(request, response, null, RefusedException.of(DoorRefusal.FORBIDDEN, "token"));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/") || request.getServletPath().startsWith("/actuator/");
    }
}
