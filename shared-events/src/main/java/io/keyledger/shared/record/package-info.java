/**
 * What is kept beside every record (who, from where, why) and the hashes it is proved by.
 *
 * <p>Personal values are not in a record: it holds a reference and a salted commitment. Merkle
 * trees are those of RFC 6962, section 2.1.
 */
@NullMarked
package io.keyledger.shared.record;

import org.jspecify.annotations.NullMarked;
