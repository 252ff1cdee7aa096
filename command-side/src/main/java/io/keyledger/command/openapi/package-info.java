/**
 * Reads which routes an OpenAPI document describes: 3.0, 3.1 and Swagger 2.0, as JSON or YAML. Only
 * paths, methods, base paths and Keyledger's own extensions are looked at; references are never
 * followed, nothing is fetched and no type is made that a document names.
 */
@NullMarked
package io.keyledger.command.openapi;

import org.jspecify.annotations.NullMarked;
