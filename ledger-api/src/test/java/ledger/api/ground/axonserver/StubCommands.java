package ledger.api.ground.axonserver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.command.CommandSubscription;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

/** The way of commands through the stand-in: by routing key to one of the nodes that handle them, faults by script. */
final class StubCommands extends CommandServiceGrpc.CommandServiceImplBase {

    /** What goes wrong with the next command. */
    enum Fault {
        /** AXONIQ-4003 before anybody has seen it. */
        REFUSED_4003,
        /** Handled, and the answer is AXONIQ-4003. */
        HANDLED_4003,
        /** Handled, and the call breaks off. */
        HANDLED_CUT,
        /** Handled, and nothing comes back. */
        HANDLED_SILENT,
        /** AXONIQ-4000: nobody has subscribed, as after a restart. */
        NO_HANDLER
    }

    final Deque<Fault> faults = new ArrayDeque<>();
    final List<String> dispatched = new CopyOnWriteArrayList<>();
    final ConcurrentMap<String, String> nodeOf = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<Node>> handlers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, StreamObserver<CommandResponse>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Fault> hidden = new ConcurrentHashMap<>();

    private static final class Node {
        private final StreamObserver<CommandProviderInbound> stream;
        private String client = "";

        Node(StreamObserver<CommandProviderInbound> stream) {
            this.stream = stream;
        }

        synchronized void send(CommandProviderInbound message) {
            stream.onNext(message);
        }
    }

    /** The nodes that have told that they handle a command; they tell one after the other. */
    Set<String> clients(String command) {
        return handlers.getOrDefault(command, List.of()).stream()
                .map(node -> node.client)
                .collect(Collectors.toSet());
    }

    /** As if the subscription had never been agreed to; the streams stay open. */
    void forget(String command) {
        handlers.remove(command);
    }

    void forget() {
        handlers.clear();
        waiting.clear();
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> stream) {
        Node node = new Node(stream);
        return new StreamObserver<>() {
            @Override
            public void onNext(CommandProviderOutbound message) {
                switch (message.getRequestCase()) {
                    case SUBSCRIBE -> subscribe(node, message.getSubscribe());
                    case UNSUBSCRIBE -> leave(node, message.getUnsubscribe().getCommand());
                    case COMMAND_RESPONSE -> answered(message.getCommandResponse());
                    default -> { }
                }
                if (!message.getInstructionId().isEmpty()) {
                    node.send(CommandProviderInbound.newBuilder()
                            .setAck(InstructionAck.newBuilder()
                                    .setInstructionId(message.getInstructionId())
                                    .setSuccess(true))
                            .build());
                }
            }

            @Override
            public void onError(Throwable failure) {
                handlers.keySet().forEach(name -> leave(node, name));
            }

            @Override
            public void onCompleted() {
                handlers.keySet().forEach(name -> leave(node, name));
                stream.onCompleted();
            }
        };
    }

    private void subscribe(Node node, CommandSubscription subscription) {
        node.client = subscription.getClientId();
        handlers.computeIfAbsent(subscription.getCommand(), name -> new CopyOnWriteArrayList<>()).add(node);
    }

    private void leave(Node node, String name) {
        handlers.getOrDefault(name, List.of()).remove(node);
    }

    @Override
    public void dispatch(Command command, StreamObserver<CommandResponse> sender) {
        dispatched.add(command.getMessageIdentifier());
        String key = command.getProcessingInstructionsList().getFirst().getValue().getTextValue();
        List<Node> nodes = handlers.getOrDefault(command.getName(), List.of());
        Fault fault = fault();
        if (fault == Fault.NO_HANDLER || nodes.isEmpty()) {
            answer(sender, refusal(command.getMessageIdentifier(), "AXONIQ-4000", "No Handler for command"));
        } else if (fault == Fault.REFUSED_4003) {
            answer(sender, refusal(command.getMessageIdentifier(), "AXONIQ-4003", "cannot dispatch"));
        } else {
            Node node = nodes.get(Math.floorMod(key.hashCode(), nodes.size()));
            nodeOf.put(key, node.client);
            waiting.put(command.getMessageIdentifier(), sender);
            if (fault != null) {
                hidden.put(command.getMessageIdentifier(), fault);
            }
            node.send(CommandProviderInbound.newBuilder().setCommand(command).build());
        }
    }

    private Fault fault() {
        synchronized (faults) {
            return faults.poll();
        }
    }

    private void answered(CommandResponse response) {
        String id = response.getRequestIdentifier();
        StreamObserver<CommandResponse> sender = waiting.remove(id);
        Fault fault = hidden.remove(id);
        if (sender == null) {
            return;
        }
        if (fault == Fault.HANDLED_SILENT) {
            return;
        }
        if (fault == Fault.HANDLED_CUT) {
            sender.onError(Status.UNAVAILABLE.withDescription("connection closed").asRuntimeException());
        } else if (fault == Fault.HANDLED_4003) {
            answer(sender, refusal(id, "AXONIQ-4003", "lost on the way back"));
        } else {
            answer(sender, response);
        }
    }

    private static void answer(StreamObserver<CommandResponse> sender, CommandResponse response) {
        sender.onNext(response);
        sender.onCompleted();
    }

    private static CommandResponse refusal(String id, String code, String message) {
        return CommandResponse.newBuilder()
                .setRequestIdentifier(id)
                .setMessageIdentifier("stub-" + id)
                .setErrorCode(code)
                .setErrorMessage(ErrorMessage.newBuilder().setErrorCode(code).setMessage(message))
                .build();
    }
}
