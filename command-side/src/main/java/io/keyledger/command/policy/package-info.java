/**
 * Security policies: roles they grant, perhaps for some resources only, and guards that every key
 * use under them must pass. Built-in ones can only be switched; an attached one is not deleted; no
 * policy grants what only owners may hold. Enabling one grants what it grants, and lifting a guard
 * widens what those it reaches may do: both need what granting needs.
 */
@NullMarked
package io.keyledger.command.policy;

import org.jspecify.annotations.NullMarked;
