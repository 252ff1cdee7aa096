package io.keyledger.access.request;

import io.keyledger.access.problem.BodyTooLarge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A request whose body ends with {@link BodyTooLarge} when it goes on for too long, and goes into a
 * digest as it is read if one is wanted.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final @Nullable MessageDigest digest;

    LimitedRequest(HttpServletRequest request, @Nullable MessageDigest digest) {
        super(request);
        this.digest = digest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream(), digest);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Limited extends ServletInputStream {

        private final ServletInputStream in;
        private final @Nullable MessageDigest digest;
        private long count;

        Limited(ServletInputStream in, @Nullable MessageDigest digest) {
            this.in = in;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            counted(value < 0 ? 0 : 1);
            if (digest != null && value >= 0) {
                digest.update((byte) value);
            }
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            counted(Math.max(read, 0));
            if (digest != null && read > 0) {
                digest.update(bytes, offset, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        private void counted(int read) throws BodyTooLarge {
            count += read;
            if (count > BodyLimitFilter.MAX_BYTES) {
                throw new BodyTooLarge();
            }
        }
    }
}
