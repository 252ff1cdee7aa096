/** The APIs of a workspace, their routes, and the import of routes from OpenAPI documents. */
@NullMarked
package io.keyledger.console.catalogue;

import org.jspecify.annotations.NullMarked;
