/**
 * What a service user could do at one moment and not at another, each difference with the change
 * that made it: by whom, when and why. Causes are looked for among the changes of what its paths
 * lead over, between both moments.
 */
@NullMarked
package io.keyledger.console.comparison;

import org.jspecify.annotations.NullMarked;
