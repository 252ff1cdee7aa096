package io.keyledger.query.consistency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The views a handler method reads. With a header {@code Consistency-Token} the request waits until
 * all of them have seen that event, at most five seconds, before the handler is called.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsView {

    /** Names of views, such as {@code directory}. */
    String[] value();
}
