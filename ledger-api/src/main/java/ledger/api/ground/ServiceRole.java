package ledger.api.ground;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * As whom the service works in the database: a role that adds facts and can neither change nor remove one. The owner
 * of the tables only migrates them.
 */
final class ServiceRole {

    static final String NAME = "ledger_service";

    /** Run by each new connection: takes the role where it exists and the user may, and leaves the user otherwise. */
    static final String TAKE = "SELECT set_config('role', rolname, false) FROM pg_roles WHERE rolname = '" + NAME
            + "' AND pg_has_role(oid, 'MEMBER')";

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRole.class);

    private final boolean guardsFacts;

    ServiceRole(JdbcTemplate jdbc) {
        Boolean changes = jdbc.queryForObject(
                "SELECT has_table_privilege('facts.event', 'UPDATE') OR has_table_privilege('facts.event', 'DELETE')",
                Boolean.class);
        this.guardsFacts = !Boolean.TRUE.equals(changes);
        if (!guardsFacts) {
            LOG.warn(advice(jdbc.queryForObject("SELECT session_user", String.class)));
        }
    }

    /** Whether the database itself refuses to change what is written. */
    boolean guardsFacts() {
        return guardsFacts;
    }

    static String advice(String user) {
        return """
                数据库用户可以修改事实。请数据库管理员执行一次以下语句，然后重新启动：
                The database user can change facts. Let an administrator of the database run once, then start again:
                  CREATE ROLE %1$s;
                  GRANT %1$s TO "%2$s";""".formatted(NAME, user);
    }
}
