package io.keyledger.command.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Given these events, when this is decided, then these events, or this refusal. */
public record Spec<S, E>(S state, BiFunction<S, E, S> evolve) {

    @SafeVarargs
    public final Spec<S, E> given(E... events) {
        S now = state;
        for (E event : events) {
            now = evolve.apply(now, event);
        }
        return new Spec<>(now, evolve);
    }

    public Outcome<E> when(Function<S, ? extends List<? extends E>> decision) {
        return new Outcome<>(() -> List.copyOf(decision.apply(state)));
    }

    /** What came of it; the decision, and the command's own checks, are made only here. */
    public record Outcome<E>(Supplier<List<E>> decision) {

        @SafeVarargs
        public final void then(E... events) {
            assertThat(decision.get()).containsExactly(events);
        }

        public void thenNothing() {
            assertThat(decision.get()).isEmpty();
        }

        public void rejected(RejectionCode code) {
            rejected(code, null);
        }

        public void rejected(RejectionCode code, String field) {
            Rejected refusal = catchThrowableOfType(Rejected.class, decision::get);
            assertThat(refusal).as("refusal").isNotNull();
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(Objects.toString(refusal.field())).isEqualTo(Objects.toString(field));
        }
    }
}
