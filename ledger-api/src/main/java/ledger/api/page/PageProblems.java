package ledger.api.page;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.Refusal;
import ledger.domain.statement.StatementRefusal;
import ledger.projections.FactsAwayException;

/** Every refusal as a page, in the reader's language: what is wrong, and what to do. */
@ControllerAdvice(basePackages = "ledger.api.page")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    private final Wording wording;

    PageProblems(Wording wording) {
        this.wording = wording;
    }

    @ExceptionHandler(RefusedException.class)
    ModelAndView refused(RefusedException e) {
        return page(e.refusal(), status(e.refusal()));
    }

    @ExceptionHandler(MultipartException.class)
    ModelAndView unreadable(MultipartException e) {
        return page(Refusal.of(DoorRefusal.REQUEST_UNREADABLE, "file"),
                e instanceof MaxUploadSizeExceededException ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(FactsAwayException.class)
    ModelAndView away(FactsAwayException e, HttpServletRequest request) {
        LOG.warn("{} {} is in doubt: {}", request.getMethod(), request.getServletPath(), e.getMessage());
        return page(Refusal.of(DoorRefusal.FACTS_AWAY, "request"), HttpStatus.SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            return page(Refusal.of(DoorRefusal.REQUEST_UNREADABLE, "request"),
                    HttpStatus.valueOf(response.getStatusCode().value()));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), e);
        return page(Refusal.of(DoorRefusal.INTERNAL_ERROR, "request"), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private ModelAndView page(Refusal refusal, HttpStatus status) {
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("problem", wording.of(refusal));
        page.addObject("code", refusal.code().wire());
        return page;
    }

    private static HttpStatus status(Refusal refusal) {
        if (refusal.code() == DoorRefusal.FORBIDDEN) {
            return HttpStatus.FORBIDDEN;
        }
        boolean unknown = refusal.code() == DoorRefusal.NOT_FOUND
                || refusal.code() == StatementRefusal.STATEMENT_UNKNOWN;
        return unknown ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
