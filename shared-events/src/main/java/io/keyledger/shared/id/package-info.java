/** Identifiers: UUIDs of version 7 (RFC 9562), and base62 for those that stand in key texts. */
@NullMarked
package io.keyledger.shared.id;

import org.jspecify.annotations.NullMarked;
