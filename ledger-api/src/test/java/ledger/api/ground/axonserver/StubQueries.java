package ledger.api.ground.axonserver;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.stub.StreamObserver;

/** The way of questions through the stand-in: to one of the nodes that answer them, and its answer back. */
final class StubQueries extends QueryServiceGrpc.QueryServiceImplBase {

    /** The names of the questions that came this way. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, List<StreamObserver<QueryProviderInbound>>> answering =
            new ConcurrentHashMap<>();
    private final ConcurrentMap<String, StreamObserver<QueryResponse>> waiting = new ConcurrentHashMap<>();

    int answering(String query) {
        return answering.getOrDefault(query, List.of()).size();
    }

    void forget() {
        answering.clear();
        waiting.clear();
    }

    @Override
    public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> node) {
        return new StreamObserver<>() {
            @Override
            public void onNext(QueryProviderOutbound message) {
                switch (message.getRequestCase()) {
                    case SUBSCRIBE -> answering
                            .computeIfAbsent(message.getSubscribe().getQuery(), name -> new CopyOnWriteArrayList<>())
                            .add(node);
                    case UNSUBSCRIBE ->
                        answering.getOrDefault(message.getUnsubscribe().getQuery(), List.of()).remove(node);
                    case QUERY_RESPONSE -> answered(message.getQueryResponse());
                    case QUERY_COMPLETE -> completed(message.getQueryComplete().getRequestId());
                    default -> { }
                }
                if (!message.getInstructionId().isEmpty()) {
                    send(node, QueryProviderInbound.newBuilder()
                            .setAck(InstructionAck.newBuilder()
                                    .setInstructionId(message.getInstructionId())
                                    .setSuccess(true))
                            .build());
                }
            }

            @Override
            public void onError(Throwable failure) {
                answering.values().forEach(nodes -> nodes.remove(node));
            }

            @Override
            public void onCompleted() {
                answering.values().forEach(nodes -> nodes.remove(node));
                node.onCompleted();
            }
        };
    }

    private static void send(StreamObserver<QueryProviderInbound> node, QueryProviderInbound message) {
        synchronized (node) {
            node.onNext(message);
        }
    }

    @Override
    public void query(QueryRequest query, StreamObserver<QueryResponse> asker) {
        asked.add(query.getQuery());
        List<StreamObserver<QueryProviderInbound>> nodes = answering.getOrDefault(query.getQuery(), List.of());
        if (nodes.isEmpty()) {
            asker.onNext(QueryResponse.newBuilder()
                    .setRequestIdentifier(query.getMessageIdentifier())
                    .setErrorCode("AXONIQ-5000")
                    .setErrorMessage(ErrorMessage.newBuilder().setErrorCode("AXONIQ-5000").setMessage("No handler"))
                    .build());
            asker.onCompleted();
            return;
        }
        waiting.put(query.getMessageIdentifier(), asker);
        send(nodes.getFirst(), QueryProviderInbound.newBuilder().setQuery(query).build());
    }

    private void answered(QueryResponse answer) {
        StreamObserver<QueryResponse> asker = waiting.get(answer.getRequestIdentifier());
        if (asker != null) {
            asker.onNext(answer);
        }
    }

    private void completed(String query) {
        StreamObserver<QueryResponse> asker = waiting.remove(query);
        if (asker != null) {
            asker.onCompleted();
        }
    }
}
