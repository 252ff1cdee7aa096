package io.keyledger.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.FastByteArrayOutputStream;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes an answer's JSON before the answer is begun, so that one that cannot be written is a
 * problem instead of half an answer, and that the answer tells its length and leaves in one piece.
 * It is held in memory meanwhile; the longest answers are pages, whose entries are limited.
 */
final class WholeJson extends JacksonJsonHttpMessageConverter {

    WholeJson(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    protected void writeInternal(
            Object object,
            ResolvableType type,
            HttpOutputMessage answer,
            @Nullable Map<String, Object> hints)
            throws IOException {
        FastByteArrayOutputStream body = new FastByteArrayOutputStream();
        super.writeInternal(object, type, new Body(answer.getHeaders(), body), hints);
        answer.getHeaders().setContentLength(body.size());
        body.writeTo(answer.getBody());
    }

    private record Body(HttpHeaders headers, OutputStream stream) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return stream;
        }
    }
}
