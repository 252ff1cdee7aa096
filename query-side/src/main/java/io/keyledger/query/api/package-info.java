/** The API catalogue as it is, or was at a moment: APIs with their host names, and their routes. */
@NullMarked
package io.keyledger.query.api;

import org.jspecify.annotations.NullMarked;
