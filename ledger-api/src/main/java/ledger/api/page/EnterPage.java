package ledger.api.page;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import ledger.api.access.TokenFilter;
import ledger.api.access.Tokens;

/** Signing in with a token, and leaving. The token moves into a cookie, so that no address keeps it. */
@Controller
class EnterPage {

    /** Until the browser is closed. */
    private static final Duration SESSION = Duration.ofSeconds(-1);

    private final Tokens tokens;

    EnterPage(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/enter")
    String enter(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return token.isBlank() ? "enter" : enterWith(token, request, response, model);
    }

    @PostMapping("/enter")
    String enterWith(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (tokens.actor(token.strip()).isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("unknown", true);
            return "enter";
        }
        keep(token.strip(), SESSION, request, response);
        return "redirect:/";
    }

    @RequestMapping(path = "/leave", method = {RequestMethod.GET, RequestMethod.POST})
    String leave(HttpServletRequest request, HttpServletResponse response) {
        keep("", Duration.ZERO, request, response);
        return "redirect:/enter";
    }

    private static void keep(
            String token, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(TokenFilter.COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build()
                .toString());
    }
}
