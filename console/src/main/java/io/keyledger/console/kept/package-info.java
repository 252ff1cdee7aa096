/**
 * Forms that were sent when nobody could take them: in a session that was lost, or while Keyledger
 * was away. They are kept on the server for a while, for whoever they were shown to, and shown
 * again to nobody else; none is ever carried out (decision record 0035).
 */
@NullMarked
package io.keyledger.console.kept;

import org.jspecify.annotations.NullMarked;
