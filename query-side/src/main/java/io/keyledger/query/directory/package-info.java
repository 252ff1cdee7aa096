/**
 * The directory view: workspaces, roles, user groups, service users and API keys as they were at
 * any ledger position, and who was in what. Users times permissions is never stored: effective
 * permissions are a join at a position. Hashes of secrets are left out.
 */
@NullMarked
package io.keyledger.query.directory;

import org.jspecify.annotations.NullMarked;
