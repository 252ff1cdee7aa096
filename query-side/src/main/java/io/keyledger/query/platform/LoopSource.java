package io.keyledger.query.platform;

import java.util.List;

/** Has loops that run as long as the application does. */
public interface LoopSource {

    List<Loop> loops();
}
