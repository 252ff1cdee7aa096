package io.keyledger.access.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Writes log lines for people, by a pattern, or for machines: one JSON object a line in the Elastic
 * Common Schema, the correlation id among its fields.
 */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {

    private String format = "text";
    private String pattern = "%msg%n";
    private @Nullable Encoder<ILoggingEvent> encoder;

    /** {@code json}, or anything else for people. */
    public void setFormat(String format) {
        this.format = format;
    }

    /** How lines for people look. */
    public void setPattern(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public void start() {
        if (!isJson()) {
            encoder = started(text());
        }
        super.start();
    }

    @Override
    public byte @Nullable [] headerBytes() {
        return null;
    }

    @Override
    public synchronized byte[] encode(ILoggingEvent event) {
        Encoder<ILoggingEvent> writer = encoder;
        if (writer == null) {
            writer = started(json());
            encoder = writer;
        }
        return writer.encode(event);
    }

    @Override
    public byte @Nullable [] footerBytes() {
        return null;
    }

    private boolean isJson() {
        return format.equalsIgnoreCase("json");
    }

    private Encoder<ILoggingEvent> started(Encoder<ILoggingEvent> made) {
        made.setContext(getContext());
        made.start();
        return made;
    }

    private Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setPattern(pattern);
        return text;
    }

    /**
     * Lines may be logged before there is an application that brings its environment. Made for the
     * first line and not before, since making it logs, and logging is not ready at the start.
     */
    private Encoder<ILoggingEvent> json() {
        if (getContext().getObject(Environment.class.getName()) == null) {
            getContext().putObject(Environment.class.getName(), new StandardEnvironment());
        }
        StructuredLogEncoder json = new StructuredLogEncoder();
        json.setFormat("ecs");
        return json;
    }
}
