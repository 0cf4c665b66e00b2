package ledger.api.operation;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import ledger.api.access.Role;
import ledger.api.access.Tokens;
import ledger.api.ground.LedgerProperties;
import ledger.projections.LedgerJson;

/**
 * Leaves word in the data directory, so that the command line finds the running service and may speak to it: its port,
 * and an operator's token that only the owner of the directory can read.
 */
@Component
public class Reception implements ApplicationListener<WebServerInitializedEvent> {

    private final DataDirectory directory;
    private final Tokens tokens;

    Reception(LedgerProperties properties, Tokens tokens) {
        this.directory = new DataDirectory(properties.dataDir().toAbsolutePath());
        this.tokens = tokens;
    }

    /** Where a service runs. */
    public record Service(long pid, int port) {}

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        boolean known = directory.read(DataDirectory.OPERATOR_TOKEN)
                .flatMap(tokens::actor)
                .map(actor -> actor.is(Role.OPERATOR))
                .orElse(false);
        if (!known) {
            Tokens.Issued issued = tokens.issue(Role.OPERATOR, null, null, "command line of the data directory");
            directory.writeSecret(DataDirectory.OPERATOR_TOKEN, issued.secret());
        }
        directory.writeSecret(DataDirectory.SERVICE, LedgerJson.write(
                new Service(ProcessHandle.current().pid(), started.getWebServer().getPort())));
    }

    @EventListener
    void closed(ContextClosedEvent closed) {
        boolean ours = directory.read(DataDirectory.SERVICE)
                .map(text -> LedgerJson.read(text, Service.class))
                .map(service -> service.pid() == ProcessHandle.current().pid())
                .orElse(false);
        if (ours) {
            directory.delete(DataDirectory.SERVICE);
        }
    }
}
