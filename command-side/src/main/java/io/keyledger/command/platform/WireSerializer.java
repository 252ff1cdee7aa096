package io.keyledger.command.platform;

import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.EventCatalogue;
import io.keyledger.shared.event.EventJson;
import io.keyledger.shared.event.UnreadableEvent;
import io.keyledger.shared.event.WireType;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Events by their stored names, revisions and JSON; no class name gets into the store. What is kept
 * beside an event is not given back, but for its workspace.
 */
final class WireSerializer implements Serializer {

    private final EventJson json;
    private final Converter converter = new ChainingConverter();

    WireSerializer(EventJson json) {
        this.json = json;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (!(object instanceof DomainEvent event)) {
            throw new IllegalArgumentException("only events are stored");
        }
        T bytes = converter.convert(json.write(event), representation);
        return new SimpleSerializedObject<>(bytes, representation, typeForClass(object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings("unchecked") // the interface promises whatever the caller expects
    public <S, T> T deserialize(SerializedObject<S> stored) {
        if (stored.getType().getName().equals(MetaData.class.getName())) {
            return (T) MetaData.with(Origin.WORKSPACE, text(stored));
        }
        byte[] bytes = converter.convert(stored.getData(), stored.getContentType(), byte[].class);
        return (T) json.read(wireType(stored.getType()), bytes);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        try {
            return type.getName().equals(MetaData.class.getName())
                    ? MetaData.class
                    : EventCatalogue.classOf(type.getName());
        } catch (UnreadableEvent _) {
            return UnknownSerializedType.class;
        }
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") @Nullable Class type) {
        if (type == null) {
            return SerializedType.emptyType();
        }
        WireType wire = EventCatalogue.typeOf(type);
        return new SimpleSerializedType(wire.name(), Integer.toString(wire.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private String text(SerializedObject<?> stored) {
        return new String(
                converter.convert(stored.getData(), stored.getContentType(), byte[].class),
                StandardCharsets.UTF_8);
    }

    private static WireType wireType(SerializedType type) {
        return new WireType(type.getName(), Integer.parseInt(type.getRevision()));
    }
}
