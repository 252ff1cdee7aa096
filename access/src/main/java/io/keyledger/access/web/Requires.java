package io.keyledger.access.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a caller needs for a handler method, and where. Every handler below /api has it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** One concrete permission, such as {@code roles:manage}. */
    String value();

    Scope in() default Scope.PATH;
}
