/**
 * People who sign in with OpenID Connect: what they are members of is what the provider said at
 * their last sign-in, on record in each group's workspace. Groups that are not there mean nothing;
 * an older token than the last one changes nothing; nobody but the provider makes a person a
 * member. See decision 0024.
 */
@NullMarked
package io.keyledger.command.person;

import org.jspecify.annotations.NullMarked;
