package io.keyledger.shared.event;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Any event there is, its values made by the types of its record components. */
final class AnyEvent {

    private AnyEvent() {}

    static Arbitrary<DomainEvent> arbitrary() {
        return Arbitraries.of(EventCatalogue.types())
                .flatMap(type -> record(EventCatalogue.classOf(type.name())))
                .map(DomainEvent.class::cast);
    }

    /** Text of any characters, among them quotes, controls and those beyond 16 bits. */
    static Arbitrary<String> text() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .array(int[].class)
                .ofMaxSize(12)
                .map(points -> new String(points, 0, points.length));
    }

    private static Arbitrary<Object> record(Class<?> type) {
        List<Arbitrary<Object>> values =
                Stream.of(type.getRecordComponents()).map(AnyEvent::component).toList();
        return Combinators.combine(values).as(arguments -> construct(type, arguments));
    }

    private static Arbitrary<Object> component(RecordComponent component) {
        Arbitrary<Object> value =
                component.getGenericType() instanceof ParameterizedType list
                                && component.getType() == List.class
                        ? value((Class<?>) list.getActualTypeArguments()[0])
                                .list()
                                .ofMaxSize(4)
                                .asGeneric()
                        : value(component.getType());
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                ? value.injectNull(0.3)
                : value;
    }

    private static Arbitrary<Object> value(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> text().asGeneric();
            case "UUID" -> Arbitraries.create(UUID::randomUUID).asGeneric();
            case "boolean" -> Arbitraries.of(true, false).asGeneric();
            case "long", "Long" -> Arbitraries.longs().asGeneric();
            case "int", "Integer" -> Arbitraries.integers().asGeneric();
            case "Map" -> Arbitraries.maps(text(), text()).ofMaxSize(4).asGeneric();
            case "Instant" -> moment().asGeneric();
            default -> type.isEnum() ? Arbitraries.of(type.getEnumConstants()) : record(type);
        };
    }

    /** From the year 1 to 9999: what RFC 3339 can say. */
    private static Arbitrary<Instant> moment() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Object construct(Class<?> type, List<Object> arguments) {
        try {
            Class<?>[] types =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
