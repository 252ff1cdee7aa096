/**
 * What tests of views share: records in the store, views brought up to them, and the API over it.
 */
package io.keyledger.query.testing;
