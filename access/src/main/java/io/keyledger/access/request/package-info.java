/**
 * What a request may look like before anybody looks at what it says: bounded bodies, well-formed
 * addresses, strict JSON without coercion, duplicate or unknown properties.
 */
@NullMarked
package io.keyledger.access.request;

import org.jspecify.annotations.NullMarked;
