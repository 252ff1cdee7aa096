package io.keyledger.shared.use;

/**
 * What a policy in the state of monitoring would have refused.
 *
 * @param policy index into the header
 * @param reason the code of the refusal that it would have been
 */
public record MonitoredRefusal(int policy, String reason) {}
