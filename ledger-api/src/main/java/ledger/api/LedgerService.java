package ledger.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The service with all its doors. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class LedgerService {}
