package ledger.api.ground.axonserver;

import java.util.Map;
import java.util.TreeMap;

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

import ledger.projections.LedgerJson;
import ledger.projections.log.StoredFact;

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

    /** The same as an export has it. */
    static StoredFact asStored(EventWithToken stored) {
        Event fact = stored.getEvent();
        Map<String, String> metadata = new TreeMap<>();
        fact.getMetaDataMap().forEach((key, value) -> metadata.put(key, value.getTextValue()));
        return new StoredFact(
                stored.getToken() + 1, fact.getMessageIdentifier(), fact.getPayload().getType(),
                Integer.parseInt(fact.getPayload().getRevision()), fact.getAggregateType(),
                fact.getAggregateIdentifier(), fact.getAggregateSequenceNumber(), fact.getTimestamp(),
                fact.getPayload().getData().toStringUtf8(), LedgerJson.write(metadata));
    }

    static TrackedDomainEventData<?> of(EventWithToken stored) {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(stored.getToken() + 1),
                new GrpcBackedDomainEventData(stored.getEvent()));
    }
}
