package io.keyledger.access.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class FormParametersTest {

    @Test
    void areReadAsFormsWriteThem() {
        assertThat(FormParameters.in("a=1&b=%C3%A9+x&a=2&c&d=&e=f=g"))
                .containsEntry("a", List.of("1", "2"))
                .containsEntry("b", List.of("é x"))
                .containsEntry("c", List.of(""))
                .containsEntry("d", List.of(""))
                .containsEntry("e", List.of("f=g"))
                .hasSize(5);
        assertThat(FormParameters.in(null)).isEmpty();
        assertThat(FormParameters.in("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "a=%ff", "%c3=1"})
    void whatIsNotUtf8IsRefused(String query) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormParameters.in(query));
    }
}
