/**
 * APIs and their routes: which permission a method and path of an API require. Two routes that
 * could match a request equally well are refused, and nobody opens what a permission protects that
 * he could not grant. Each API is an aggregate of its own, see docs/decisions/0015-routes.md.
 */
@NullMarked
package io.keyledger.command.api;

import org.jspecify.annotations.NullMarked;
