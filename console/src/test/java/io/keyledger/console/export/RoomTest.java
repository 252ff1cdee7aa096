package io.keyledger.console.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoomTest {

    private final Room room = new Room(new Room.Bounds(3, 2, 100, 60));

    @Test
    void onePersonWritesOnlySoManyAtOnceWhateverSessionsHeHas() throws Full {
        Room.Place first = room.enter("ada");
        room.enter("ada");
        assertThatThrownBy(() -> room.enter("ada")).hasMessageStartingWith("2 of your exports");
        first.rest();
        room.enter("ada");
    }

    @Test
    void allTogetherWriteOnlySoManyAtOnce() throws Full {
        room.enter("ada");
        room.enter("ada");
        room.enter("grace");
        assertThatThrownBy(() -> room.enter("edsger")).hasMessageStartingWith("Too many people");
    }

    @Test
    void whatIsKeptIsBoundedForEachAndForAll() throws Full {
        Room.Place ada = room.enter("ada");
        ada.take(60);
        assertThatThrownBy(() -> ada.take(1)).hasMessageContaining("kept for one person");
        Room.Place grace = room.enter("grace");
        grace.take(40);
        assertThatThrownBy(() -> grace.take(1)).hasMessageContaining("no room left");
        ada.giveBack(60);
        grace.take(20);
    }
}
