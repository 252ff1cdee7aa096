/**
 * Who may grant what: nobody grants what he does not hold, unless he may delegate; nobody changes
 * his own access; the last administrator of a workspace stays. Facts are read from the access
 * tables in the command's transaction, behind the locks that order decisions.
 */
@NullMarked
package io.keyledger.command.grant;

import org.jspecify.annotations.NullMarked;
