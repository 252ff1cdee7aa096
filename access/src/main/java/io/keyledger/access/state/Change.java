package io.keyledger.access.state;

/** An entity that became different: its kind and id as the access tables note them. */
record Change(String kind, String id) {}
