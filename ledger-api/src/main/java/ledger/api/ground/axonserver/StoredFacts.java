package ledger.api.ground.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** A fact as Axon Server keeps it: the same bytes under the same plain name and revision as in PostgreSQL. */
final class StoredFacts {

    private StoredFacts() {}

    static Event of(DomainEventMessage<?> fact, Serializer serializer) {
        SerializedObject<byte[]> payload = fact.serializePayload(serializer, byte[].class);
        Event.Builder stored = Event.newBuilder()
                .setMessageIdentifier(fact.getIdentifier())
                .setAggregateIdentifier(fact.getAggregateIdentifier())
                .setAggregateType(fact.getType())
                .setAggregateSequenceNumber(fact.getSequenceNumber())
                .setTimestamp(fact.getTimestamp().toEpochMilli())
                .setPayload(io.axoniq.axonserver.grpc.SerializedObject.newBuilder()
                        .setType(payload.getType().getName())
                        .setRevision(payload.getType().getRevision())
                        .setData(ByteString.copyFrom(payload.getData())));
        fact.getMetaData().forEach((key, value) -> stored.putMetaData(
                key, MetaDataValue.newBuilder().setTextValue(String.valueOf(value)).build()));
        return stored.build();
    }

    static TrackedDomainEventData<?> of(EventWithToken stored) {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(stored.getToken() + 1),
                new GrpcBackedDomainEventData(stored.getEvent()));
    }
}
