package ledger.api.page;

import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

import ledger.api.access.Actor;
import ledger.api.ground.LedgerClock;
import ledger.projections.organization.OrganizationReader;
import ledger.projections.organization.OrganizationView;

/** Puts the frame around every page, the pages of errors included. */
@Component
class FrameInterceptor implements HandlerInterceptor {

    private final OrganizationReader organizations;
    private final LedgerClock clock;

    FrameInterceptor(OrganizationReader organizations, LedgerClock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean chinese = LanguageChoice.isChinese(RequestContextUtils.getLocale(request));
        Optional<Actor> actor = actor();
        request.setAttribute("frame", new Frame(
                chinese,
                link(request, chinese ? "en" : "zh"),
                actor.orElse(null),
                actor.flatMap(Actor::organization)
                        .flatMap(organizations::find)
                        .map(OrganizationView::name)
                        .orElse(""),
                clock.today(),
                clock.isSimulated()));
        return true;
    }

    private static Optional<Actor> actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Actor actor ? Optional.of(actor) : Optional.empty();
    }

    private static String link(HttpServletRequest request, String language) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return UriComponentsBuilder.fromPath(Objects.toString(failed, request.getRequestURI()))
                .query(request.getQueryString())
                .replaceQueryParam("token")
                .replaceQueryParam(LanguageChoice.NAME, language)
                .build(true)
                .toUriString();
    }
}
