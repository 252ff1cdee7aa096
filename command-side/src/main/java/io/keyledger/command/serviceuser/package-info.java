/**
 * Service users and their API keys, one aggregate: at most two keys each, all with exactly the
 * permissions of their service user. No service user ever gets what only owners may hold, nobody
 * hands out more than he holds (a key is a grant, too), and nobody changes his own access.
 */
@NullMarked
package io.keyledger.command.serviceuser;

import org.jspecify.annotations.NullMarked;
