/**
 * Brings workspaces that an older release made up to what new ones are born with: the permissions
 * of built-in roles, and built-in policies. Done at start, behind each workspace's lock, so that
 * nodes that start together do it once; what is up to date is left alone.
 */
@NullMarked
package io.keyledger.command.upgrade;

import org.jspecify.annotations.NullMarked;
