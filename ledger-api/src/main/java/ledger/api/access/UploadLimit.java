package ledger.api.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import ledger.api.intake.RefusedException;
import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/**
 * How much one request may bring: a file up to the size that the operator allows, anything in JSON as much as a record
 * can be. What says its size is refused before it is read, anything else when it goes beyond.
 */
final class UploadLimit extends OncePerRequestFilter {

    private static final long BYTES_PER_MEGABYTE = 1L << 20;
    private static final long LONGEST_RECORD = BYTES_PER_MEGABYTE;

    private final long fileBytes;
    private final HandlerExceptionResolver problems;

    UploadLimit(long fileMegabytes, HandlerExceptionResolver problems) {
        fileBytes = fileMegabytes * BYTES_PER_MEGABYTE;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            problems.resolveException(request, response, null, tooLarge(limit));
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    /** Only files may be long; the roster's door takes one under any name of its format. */
    private long limit(HttpServletRequest request) {
        String type = request.getContentType();
        boolean record = type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")
                && !request.getServletPath().endsWith("/rosters");
        return record ? Math.min(LONGEST_RECORD, fileBytes) : fileBytes;
    }

    private static RefusedException tooLarge(long limit) {
        return new RefusedException(Refusal.of(SubmissionRefusal.FILE_TOO_LARGE, "file")
                .with("limit", Math.max(limit / BYTES_PER_MEGABYTE, 1)));
    }

    /** A request whose body ends the request when it goes on too long. */
    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    /** A body that is counted as it is read. */
    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private long bytes;

        Counted(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = in.read(target, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            bytes += more;
            if (bytes > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
