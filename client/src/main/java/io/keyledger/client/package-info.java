/**
 * A caller of Keyledger: who it is, what it has seen, how often it tries. It shows its key on every
 * request, presents the token of its last write on every read, and gives every write a key of its
 * own, so that what is tried again is carried out once. It depends on no module of the server.
 */
@NullMarked
package io.keyledger.client;

import org.jspecify.annotations.NullMarked;
