package ledger.api.ground.axonserver;

import java.util.HashSet;
import java.util.Set;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;

import ledger.api.ground.GroupCommitCommandBus;

/** The way of commands to the server, and from there into the lane of one node. */
final class Routing implements AutoCloseable {

    private final AxonServerCommandBus server;
    private final RoutedCommands commands;
    private final GroupCommitCommandBus lane;
    private final Set<String> told = new HashSet<>();

    Routing(AxonServerCommandBus server, GroupCommitCommandBus lane) {
        this.server = server;
        this.commands = new RoutedCommands(server);
        this.lane = lane;
    }

    RoutedCommands commands() {
        return commands;
    }

    /** Tells the server which commands are handled here, each once: a lost connection is renewed by the connector. */
    boolean tellHandlers() {
        for (String name : lane.handled()) {
            if (told.add(name)) {
                server.subscribe(name, command -> null);
            }
        }
        return !told.isEmpty();
    }

    @Override
    public void close() {
        commands.close();
        server.disconnect();
        server.shutdownDispatching();
    }
}
