/** The API catalogue as it is now: APIs with their host names, and their routes. */
@NullMarked
package io.keyledger.query.api;

import org.jspecify.annotations.NullMarked;
