package ledger.api.ground.axonserver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** The event store of the stand-in: a global sequence from 0, one sequence for each aggregate, and faults by script. */
final class StubEvents extends EventStoreGrpc.EventStoreImplBase {

    /** What goes wrong with the next append. */
    enum Fault {
        /** Stored, and the answer is lost. */
        LOST_AFTER,
        /** Lost on its way, nothing is stored. */
        LOST_BEFORE,
        /** Another writer's fact is stored first, where the script says which. */
        OVERTAKEN,
        /** Stored, and never answered. */
        SILENT_AFTER,
        /** Refused as too large. */
        TOO_LARGE
    }

    /** What goes wrong with the next reading of an aggregate. */
    enum ReadFault {
        /** The first fact is sent, and then nothing more. */
        HOLDS,
        /** The first fact is left out. */
        SKIPS,
        /** Nothing is sent, as by a server that lags behind. */
        LAGS
    }

    final List<Event> stored = new ArrayList<>();
    final Deque<ReadFault> readFaults = new ArrayDeque<>();
    /** The aggregate of each fact that was sent to one who asked for its aggregate. */
    final List<String> read = new ArrayList<>();
    final Deque<Fault> faults = new ArrayDeque<>();
    private final Set<Tail> tails = ConcurrentHashMap.newKeySet();
    long gapAt = Long.MAX_VALUE;
    Consumer<List<Event>> overtaking = events -> { };

    private final class Tail {
        private final ServerCallStreamObserver<EventWithToken> reader;
        private long next = -1;
        private long permits;

        Tail(ServerCallStreamObserver<EventWithToken> reader) {
            this.reader = reader;
        }

        void send() {
            while (next >= 0 && next < stored.size() && permits > 0 && !reader.isCancelled()) {
                reader.onNext(EventWithToken.newBuilder()
                        .setToken(next < gapAt ? next : next + 1)
                        .setEvent(stored.get((int) next))
                        .build());
                next++;
                permits--;
            }
        }
    }

    static StatusRuntimeException error(Status status, String code) {
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), code);
        return status.withDescription("[" + code + "] by script").asRuntimeException(trailers);
    }

    private synchronized long highest(String aggregateId) {
        return stored.stream().filter(event -> event.getAggregateIdentifier().equals(aggregateId))
                .mapToLong(Event::getAggregateSequenceNumber).max().orElse(-1);
    }

    /** All or nothing; false when an aggregate's next number is another. */
    synchronized boolean store(List<Event> events) {
        Map<String, Long> next = new ConcurrentHashMap<>();
        for (Event event : events) {
            long expected = next.computeIfAbsent(event.getAggregateIdentifier(), id -> highest(id) + 1);
            if (event.getAggregateSequenceNumber() != expected) {
                return false;
            }
            next.put(event.getAggregateIdentifier(), expected + 1);
        }
        stored.addAll(events);
        tails.forEach(Tail::send);
        return true;
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> events = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                events.add(event);
            }

            @Override
            public void onError(Throwable failure) {
                events.clear();
            }

            @Override
            public void onCompleted() {
                append(events, answer);
            }
        };
    }

    private synchronized void append(List<Event> events, StreamObserver<Confirmation> answer) {
        Fault fault = faults.poll();
        if (fault == Fault.OVERTAKEN) {
            overtaking.accept(events);
        }
        if (fault == Fault.TOO_LARGE) {
            answer.onError(error(Status.INVALID_ARGUMENT, "AXONIQ-2001"));
        } else if (fault == Fault.LOST_BEFORE) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
        } else if (!store(events)) {
            answer.onError(error(Status.OUT_OF_RANGE, "AXONIQ-2000"));
        } else if (fault == Fault.LOST_AFTER) {
            answer.onError(Status.UNAVAILABLE.withDescription("connection closed").asRuntimeException());
        } else if (fault != Fault.SILENT_AFTER) {
            answer.onNext(Confirmation.newBuilder().setSuccess(true).build());
            answer.onCompleted();
        }
    }

    @Override
    public synchronized void listAggregateEvents(GetAggregateEventsRequest asked, StreamObserver<Event> reader) {
        ReadFault fault = readFaults.poll();
        long last = asked.getMaxSequence() == 0 ? Long.MAX_VALUE : asked.getMaxSequence();
        stored.stream()
                .filter(event -> event.getAggregateIdentifier().equals(asked.getAggregateId()))
                .filter(event -> event.getAggregateSequenceNumber() >= asked.getInitialSequence())
                .filter(event -> event.getAggregateSequenceNumber() <= last)
                .skip(fault == ReadFault.SKIPS ? 1 : 0)
                .limit(fault == ReadFault.HOLDS ? 1 : fault == ReadFault.LAGS ? 0 : Long.MAX_VALUE)
                .forEach(event -> {
                    read.add(event.getAggregateIdentifier());
                    reader.onNext(event);
                });
        if (fault != ReadFault.HOLDS) {
            reader.onCompleted();
        }
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> reader) {
        Tail tail = new Tail((ServerCallStreamObserver<EventWithToken>) reader);
        tails.add(tail);
        return new StreamObserver<>() {
            @Override
            public void onNext(GetEventsRequest request) {
                synchronized (StubEvents.this) {
                    if (tail.next < 0) {
                        tail.next = request.getTrackingToken();
                    }
                    tail.permits += request.getNumberOfPermits();
                    tail.send();
                }
            }

            @Override
            public void onError(Throwable failure) {
                tails.remove(tail);
            }

            @Override
            public void onCompleted() {
                tails.remove(tail);
                reader.onCompleted();
            }
        };
    }

    @Override
    public synchronized void getLastToken(GetLastTokenRequest asked, StreamObserver<TrackingToken> answer) {
        answer.onNext(TrackingToken.newBuilder().setToken(stored.size() - 1L).build());
        answer.onCompleted();
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest asked, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answer.onNext(ReadHighestSequenceNrResponse.newBuilder()
                .setToSequenceNr(highest(asked.getAggregateId())).build());
        answer.onCompleted();
    }
}
