package io.keyledger.access.server;

import io.keyledger.access.correlation.CorrelationId;
import io.keyledger.access.problem.ProblemWriter;

/** What all answers need that are given directly. */
record DirectServer(
        CorrelationId correlation,
        ProblemWriter problems,
        RequestTimes times,
        HttpThreads threads) {}
