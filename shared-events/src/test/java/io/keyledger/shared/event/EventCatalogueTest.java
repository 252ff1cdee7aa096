package io.keyledger.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class EventCatalogueTest {

    @Test
    void everyEventIsInIt() {
        List<Class<?>> events = concreteBelow(DomainEvent.class).toList();

        assertThat(events).hasSameSizeAs(EventCatalogue.types());
        assertThat(events)
                .allSatisfy(
                        event ->
                                assertThat(
                                                EventCatalogue.classOf(
                                                        EventCatalogue.typeOf(event).name()))
                                        .isEqualTo(event));
    }

    @Test
    void namesAreTheStreamsTypeAndTheEventsName() {
        assertThat(concreteBelow(DomainEvent.class))
                .allSatisfy(
                        event ->
                                assertThat(EventCatalogue.typeOf(event).name())
                                        .matches(
                                                "(workspace|role|user-group|security-policy|api|service-user|person)\\..*")
                                        .endsWith("." + event.getSimpleName()));
    }

    @Test
    void anUnknownNameIsUnreadable() {
        assertThatThrownBy(() -> EventCatalogue.classOf("role.RoleBlessed"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("role.RoleBlessed");
    }

    @Test
    void aClassThatIsNoEventIsRefused() {
        assertThatThrownBy(() -> EventCatalogue.typeOf(String.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Class<?>> concreteBelow(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(EventCatalogueTest::concreteBelow)
                : Stream.of(type);
    }
}
