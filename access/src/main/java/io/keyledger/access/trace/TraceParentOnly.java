package io.keyledger.access.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/**
 * Takes {@code traceparent} from callers (W3C Trace Context) and leaves {@code tracestate} alone,
 * which is any text of theirs and would be sent on with every span.
 */
final class TraceParentOnly implements TextMapPropagator {

    private static final String PARENT = "traceparent";

    private final TextMapPropagator w3c = W3CTraceContextPropagator.getInstance();

    @Override
    public Collection<String> fields() {
        return List.of(PARENT);
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        w3c.inject(context, carrier, setter);
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        return w3c.extract(context, carrier, new ParentGetter<>(getter));
    }

    private record ParentGetter<C>(TextMapGetter<C> getter) implements TextMapGetter<C> {

        @Override
        public Iterable<String> keys(C carrier) {
            return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable C carrier, String key) {
            return key.equals(PARENT) ? getter.get(carrier, key) : null;
        }
    }
}
