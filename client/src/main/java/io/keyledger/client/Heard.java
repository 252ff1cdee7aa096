package io.keyledger.client;

import java.io.IOException;
import java.io.InputStream;

/** An answer of any length, of which something has to come every so often. */
final class Heard extends InputStream {

    private final InputStream answer;
    private final Within silence;

    Heard(InputStream answer, Within silence) {
        this.answer = answer;
        this.silence = silence;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        return silence.call(() -> answer.read(bytes, from, count));
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }
}
