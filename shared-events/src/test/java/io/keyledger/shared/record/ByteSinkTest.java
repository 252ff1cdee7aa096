package io.keyledger.shared.record;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.io.ByteArrayOutputStream;
import java.util.List;

class ByteSinkTest {

    @Property
    void holdsWhatWasPutInItsOrder(@ForAll List<byte[]> parts, @ForAll byte single) {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ByteSink sink = new ByteSink();
        ByteSink other = new ByteSink();
        sink.put(7);
        sink.clear();
        for (byte[] part : parts) {
            expected.writeBytes(part);
            expected.write(single);
            expected.writeBytes(part);
            sink.put(part);
            sink.put(single);
            other.clear();
            other.put(part);
            sink.put(other);
        }

        assertThat(sink.toBytes()).isEqualTo(expected.toByteArray());
        assertThat(sink.size()).isEqualTo(expected.size());
    }
}
