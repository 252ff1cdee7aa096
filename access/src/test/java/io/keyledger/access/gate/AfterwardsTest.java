package io.keyledger.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class AfterwardsTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void whatIsPutOffIsDoneInOrderOnceAllAnswersAreGiven() {
        Afterwards.following(
                () -> {
                    answer("a");
                    answer("b");
                    answer("c");
                });
        assertThat(done).containsExactly("a", "b", "c", "after a", "after b", "after c");
    }

    @Test
    void whatIsPutOffMayPutOffMore() {
        Afterwards.following(
                () -> {
                    assertThat(Afterwards.putOff(() -> answer("again"))).isTrue();
                    answer("a");
                });
        assertThat(done).containsExactly("a", "again", "after a", "after again");
    }

    @Test
    void aJobThatFailsKeepsNoOtherFromBeingDone() {
        Afterwards.following(
                () -> {
                    Afterwards.putOff(
                            () -> {
                                throw new IllegalStateException("broken");
                            });
                    answer("a");
                    throw new IllegalStateException("broken, too");
                });
        assertThat(done).containsExactly("a", "after a");
    }

    @Test
    void nothingIsPutOffByWhoGivesNoAnswersOrHasGivenThem() {
        assertThat(Afterwards.putOff(() -> done.add("never"))).isFalse();
        Afterwards.following(() -> answer("a"));
        assertThat(Afterwards.putOff(() -> done.add("never"))).isFalse();
        assertThat(done).containsExactly("a", "after a");
    }

    private void answer(String answer) {
        done.add(answer);
        assertThat(Afterwards.putOff(() -> done.add("after " + answer))).isTrue();
    }
}
