package io.keyledger.access.gate;

/** What a gate has done since it was opened. Requests are those recorded and answered. */
public record GateStats(
        long batches, long requests, int lastBatchSize, long failedBatches, long overloaded) {}
