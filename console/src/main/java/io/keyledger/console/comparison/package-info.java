/**
 * What is not the same at two moments, each difference with the change that made it: by whom, when
 * and why. Of a workspace it is whatever its changes in between have left otherwise, since what
 * came and went again is as it was. Of a service user or a person it is what could be done, whose
 * causes are looked for among the changes of what its paths lead over.
 */
@NullMarked
package io.keyledger.console.comparison;

import org.jspecify.annotations.NullMarked;
