package io.keyledger.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventJsonProperties {

    private final EventJson json = new EventJson();

    @Property
    void everyEventComesBackAsItWas(@ForAll("events") DomainEvent event) {
        WireType type = EventCatalogue.typeOf(event.getClass());
        byte[] stored = json.write(event);

        DomainEvent read = json.read(type, stored);

        assertThat(read).isEqualTo(event);
        assertThat(json.write(read)).isEqualTo(stored);
    }

    @Property
    void damagedBytesAreReadOrUnreadableAndNothingElse(
            @ForAll("events") DomainEvent event, @ForAll int place, @ForAll byte other) {
        byte[] stored = json.write(event);
        stored[Math.floorMod(place, stored.length)] = other;

        try {
            assertThat(json.read(EventCatalogue.typeOf(event.getClass()), stored)).isNotNull();
        } catch (UnreadableEvent expected) {
            assertThat(expected).hasNoCause();
        } catch (RuntimeException e) {
            fail("another exception", e);
        }
    }

    @Provide
    Arbitrary<DomainEvent> events() {
        return AnyEvent.arbitrary();
    }
}
