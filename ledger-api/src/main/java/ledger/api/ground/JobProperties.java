package ledger.api.ground;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of work on files.
 *
 * @param asyncOverBytes files larger than this are answered by a job ({@code LEDGER_ASYNC_OVER_BYTES})
 * @param reportDays days after which a file and its report are destroyed ({@code LEDGER_REPORT_DAYS})
 */
@ConfigurationProperties("ledger.jobs")
public record JobProperties(long asyncOverBytes, int reportDays) {}
