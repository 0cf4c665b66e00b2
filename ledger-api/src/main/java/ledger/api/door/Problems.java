package ledger.api.door;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import ledger.api.ground.GroupCommitCommandBus.ContendedException;
import ledger.api.ground.GroupCommitCommandBus.QueueFullException;
import ledger.api.intake.Column;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.intake.Texts;
import ledger.domain.Refusal;
import ledger.domain.statement.StatementRefusal;
import ledger.domain.submission.SubmissionRefusal;
import ledger.projections.FactsAwayException;

/** Every refusal as a problem (RFC 9457) with a stable type, and its words in both languages. */
@RestControllerAdvice
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Texts texts;
    private final long maxUploadMegabytes;

    Problems(Texts texts, @Value("${ledger.max-upload-mb}") long maxUploadMegabytes) {
        this.texts = texts;
        this.maxUploadMegabytes = maxUploadMegabytes;
    }

    @ExceptionHandler(RefusedException.class)
    ResponseEntity<ProblemDetail> refused(RefusedException e, HttpServletRequest request) {
        return problem(e.refusal(), request.getLocale());
    }

    @ExceptionHandler({QueueFullException.class, ContendedException.class})
    ResponseEntity<ProblemDetail> busy(RuntimeException e, HttpServletRequest request) {
        HttpStatus status = e instanceof QueueFullException
                ? HttpStatus.TOO_MANY_REQUESTS
                : HttpStatus.SERVICE_UNAVAILABLE;
        ProblemDetail problem =
                detail(Refusal.of(DoorRefusal.CONFLICT_TRY_AGAIN, "request"), status, request.getLocale());
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The database is away, full or overloaded: what was asked may be asked again in a moment. */
    @ExceptionHandler({
        NonTransientDataAccessResourceException.class, TransientDataAccessException.class,
        RecoverableDataAccessException.class, TransactionException.class
    })
    ResponseEntity<ProblemDetail> away(RuntimeException e, HttpServletRequest request) {
        LOG.warn("{} {}: the database does not answer: {}", request.getMethod(), request.getServletPath(), e.toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(
                        Refusal.of(DoorRefusal.DATABASE_UNREACHABLE, "request"), HttpStatus.SERVICE_UNAVAILABLE,
                        request.getLocale()));
    }

    /** Nobody knows yet whether it was stored: to send the same once more is the way to find out. */
    @ExceptionHandler(FactsAwayException.class)
    ResponseEntity<ProblemDetail> inDoubt(FactsAwayException e, HttpServletRequest request) {
        LOG.warn("{} {} is in doubt: {}", request.getMethod(), request.getServletPath(), e.getMessage());
        ProblemDetail problem = detail(
                Refusal.of(DoorRefusal.FACTS_AWAY, "request"), HttpStatus.SERVICE_UNAVAILABLE, request.getLocale());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** A field that nobody would read is refused: whoever sent it meant something by it. */
    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<ProblemDetail> unreadable(Exception e, HttpServletRequest request) {
        Refusal refusal = e.getCause() instanceof UnrecognizedPropertyException unknown
                ? Refusal.of(DoorRefusal.FIELD_UNKNOWN, unknown.getPropertyName())
                        .with("unknown", unknown.getPropertyName())
                        .with("known", unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf).sorted().collect(Collectors.joining(", ")))
                : Refusal.of(DoorRefusal.REQUEST_UNREADABLE, "request");
        return problem(refusal, request.getLocale());
    }

    /** Nothing is there: a problem for systems, the plain page for people. */
    @ExceptionHandler(NoResourceFoundException.class)
    @Nullable ResponseEntity<ProblemDetail> nothingThere(
            NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().startsWith("/api/")) {
            return problem(Refusal.of(DoorRefusal.NOT_FOUND, "path"), request.getLocale());
        }
        response.sendError(HttpStatus.NOT_FOUND.value());
        return null;
    }

    /** A file beyond the limit is refused before anybody knows whose door it was for. */
    @ExceptionHandler(MultipartException.class)
    ResponseEntity<ProblemDetail> unreadable(MultipartException e, HttpServletRequest request) {
        return e instanceof MaxUploadSizeExceededException
                ? problem(
                        Refusal.of(SubmissionRefusal.FILE_TOO_LARGE, "file").with("limit", maxUploadMegabytes),
                        request.getLocale())
                : answer(detail(
                        Refusal.of(DoorRefusal.REQUEST_UNREADABLE, "file"), HttpStatus.BAD_REQUEST,
                        request.getLocale()));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
            return answer(detail(Refusal.of(DoorRefusal.REQUEST_UNREADABLE, "request"), status, request.getLocale()));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), e);
        return problem(Refusal.of(DoorRefusal.INTERNAL_ERROR, "request"), request.getLocale());
    }

    private ResponseEntity<ProblemDetail> problem(Refusal refusal, Locale language) {
        return answer(detail(refusal, status(refusal), language));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ProblemDetail detail(Refusal refusal, HttpStatus status, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        Texts.Text text = texts.of(refusal, language);
        problem.setType(URI.create("urn:hour-ledger:problem:" + refusal.code().wire()));
        problem.setTitle(text.title());
        problem.setDetail(text.advice());
        problem.setProperty("code", refusal.code().wire());
        problem.setProperty("field", refusal.field());
        problem.setProperty("column", Column.labelOf(refusal.field(), language));
        problem.setProperty("texts", words(refusal));
        return problem;
    }

    private Map<String, Texts.Text> words(Refusal refusal) {
        Map<String, Texts.Text> words = new LinkedHashMap<>();
        words.put("zh", texts.of(refusal, Locale.CHINESE));
        words.put("en", texts.of(refusal, Locale.ENGLISH));
        return words;
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal.code()) {
            case DoorRefusal door -> switch (door) {
                case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
                case FORBIDDEN -> HttpStatus.FORBIDDEN;
                case NOT_FOUND -> HttpStatus.NOT_FOUND;
                case REQUEST_UNREADABLE, FIELD_UNKNOWN, VALUE_MISSING, VALUE_INVALID, AS_OF_IN_FUTURE ->
                    HttpStatus.BAD_REQUEST;
                case POSITION_NOT_REACHED, VIEW_MADE_ANEW, DATABASE_UNREACHABLE, FACTS_AWAY ->
                    HttpStatus.SERVICE_UNAVAILABLE;
                case CONFLICT_TRY_AGAIN -> HttpStatus.CONFLICT;
                case INTERNAL_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
                case RULEBOOK_UNREADABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            };
            case SubmissionRefusal submission when submission == SubmissionRefusal.REPORT_DESTROYED -> HttpStatus.GONE;
            case SubmissionRefusal submission when submission == SubmissionRefusal.SUBMISSION_UNDER_WAY
                    || submission == SubmissionRefusal.JOB_NOT_TO_BE_CANCELLED -> HttpStatus.CONFLICT;
            case StatementRefusal statement when statement == StatementRefusal.STATEMENT_UNKNOWN ->
                HttpStatus.NOT_FOUND;
            case SubmissionRefusal file when file == SubmissionRefusal.FILE_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
