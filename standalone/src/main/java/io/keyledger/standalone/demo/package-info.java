/**
 * Fills a workspace with what a company might have, through the public API alone, so that there is
 * something to look at. Nothing is dated back: the database's clock says when, and so every change
 * and every use is of the minutes in which the demo ran.
 */
@NullMarked
package io.keyledger.standalone.demo;

import org.jspecify.annotations.NullMarked;
