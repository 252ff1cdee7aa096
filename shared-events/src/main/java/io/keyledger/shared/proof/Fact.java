package io.keyledger.shared.proof;

/** Something that a proof shows, under a name for people. */
public record Fact(String name, String value) {}
