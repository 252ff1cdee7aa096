package io.keyledger.query.compact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;

class CompactProperties {

    @Property(tries = 500)
    void whatIsWrittenIsRead(
            @ForAll @LongRange(min = 0) long number,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) @WithNull Long missing,
            @ForAll String text,
            @ForAll @WithNull String missingText) {
        Compact out = new Compact();
        out.number(number);
        out.numberOrNull(missing);
        out.text(wellFormed(text));
        out.textOrNull(missingText == null ? null : wellFormed(missingText));
        CompactReader in = new CompactReader(out.toBytes());
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.numberOrNull()).isEqualTo(missing);
        assertThat(in.text()).isEqualTo(wellFormed(text));
        assertThat(in.textOrNull()).isEqualTo(missingText == null ? null : wellFormed(missingText));
    }

    @Example
    void theBytesAreAsTheFormatSays() {
        Compact out = new Compact();
        out.number(300);
        out.numberOrNull(null);
        out.numberOrNull(0L);
        out.text("é");
        out.textOrNull(null);
        out.textOrNull("");
        out.textOrNull("ab");
        assertThat(out.toBytes())
                .containsExactly(300 % 128 | 128, 2, 0, 1, 2, 0xC3, 0xA9, 0, 1, 3, 'a', 'b');
    }

    /** No half of a surrogate pair alone, which has no UTF-8. */
    private static String wellFormed(String text) {
        return text.replaceAll("\\p{Cs}", "?");
    }
}
