/**
 * Walks over every operation of the OpenAPI document that a running process serves. What an
 * operation needs is read from the document, so that a new one is walked without being listed here.
 */
@NullMarked
package io.keyledger.standalone.walk;

import org.jspecify.annotations.NullMarked;
