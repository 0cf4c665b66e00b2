package ledger.api.ground.axonserver;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;

import ledger.api.ground.GroupCommitCommandBus;

/** The way of commands to the server, and from there into the lane of one node. */
final class Routing implements AutoCloseable {

    /** More than a full lane takes; a command that is sent a second time for nothing is answered as stored. */
    private static final Duration LONGEST_WITHOUT_ANSWER = Duration.ofSeconds(20);

    private final AxonServerCommandBus server;
    private final RoutedCommands commands;
    private final GroupCommitCommandBus lane;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Routing(AxonServerCommandBus server, GroupCommitCommandBus lane) {
        this.server = server;
        this.commands = new RoutedCommands(server, LONGEST_WITHOUT_ANSWER, told::remove);
        this.lane = lane;
    }

    RoutedCommands commands() {
        return commands;
    }

    /**
     * Tells the server which commands are handled here, each once: a lost connection is renewed by the connector. It
     * does not say whether the server has agreed; so one that the server says nobody handles is told anew.
     */
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
