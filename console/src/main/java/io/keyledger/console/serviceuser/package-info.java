/** Service users: their list, their pages, changes to them and their API keys. */
@NullMarked
package io.keyledger.console.serviceuser;

import org.jspecify.annotations.NullMarked;
