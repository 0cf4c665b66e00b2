package ledger.api.ground.axonserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;

/**
 * A stand-in for Axon Server on a loopback port, made from the published classes of its protocol. It keeps its facts
 * while it is stopped. It promises no more than the protocol does, and says nothing about how a real server behaves.
 */
final class StubAxonServer implements AutoCloseable {

    final StubEvents events = new StubEvents();
    final StubCommands commands = new StubCommands();
    final StubQueries queries = new StubQueries();
    private int port;
    private Server server;

    static StubAxonServer running() {
        StubAxonServer stub = new StubAxonServer();
        stub.start();
        return stub;
    }

    /** A port that nobody listens on, for a server that comes later. */
    static StubAxonServer down() {
        StubAxonServer stub = running();
        stub.stop();
        return stub;
    }

    void start() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                    .permitKeepAliveTime(100, TimeUnit.MILLISECONDS)
                    .permitKeepAliveWithoutCalls(true)
                    .addService(new Platform())
                    .addService(events)
                    .addService(commands)
                    .addService(queries)
                    .build()
                    .start();
            port = server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At once, as if it had been killed; what is stored is there at the next start. */
    void stop() {
        try {
            server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
            commands.forget();
            queries.forget();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }

    private final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {

        @Override
        public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.newBuilder()
                    .setPrimary(NodeInfo.newBuilder().setHostName("127.0.0.1").setGrpcPort(port).setNodeName("stub"))
                    .setSameConnection(true)
                    .build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(
                StreamObserver<PlatformOutboundInstruction> stream) {
            return new StreamObserver<>() {
                @Override
                public void onNext(PlatformInboundInstruction instruction) {
                    if (!instruction.getInstructionId().isEmpty()) {
                        stream.onNext(PlatformOutboundInstruction.newBuilder()
                                .setAck(InstructionAck.newBuilder()
                                        .setInstructionId(instruction.getInstructionId())
                                        .setSuccess(true))
                                .build());
                    }
                }

                @Override
                public void onError(Throwable failure) {
                    onCompleted();
                }

                @Override
                public void onCompleted() {
                    try {
                        stream.onCompleted();
                    } catch (RuntimeException e) {
                        return;
                    }
                }
            };
        }
    }
}
