/** An API of somebody else's, which knows of Keyledger by RFC 7662 alone. */
@NullMarked
package io.keyledger.examples.resource;

import org.jspecify.annotations.NullMarked;
