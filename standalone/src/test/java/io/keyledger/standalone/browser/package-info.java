/** The console in a real browser, over a real node. */
@org.jspecify.annotations.NullMarked
package io.keyledger.standalone.browser;
