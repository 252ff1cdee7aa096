/**
 * The same done to several: a step with service users, or the end of groups, roles or policies. It
 * is reviewed on one page, then done to each by itself on the version that was looked at. What is
 * refused for one is told beside it and can be tried again.
 */
@NullMarked
package io.keyledger.console.bulk;

import org.jspecify.annotations.NullMarked;
