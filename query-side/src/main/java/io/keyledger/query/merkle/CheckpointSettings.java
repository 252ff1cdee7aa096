package io.keyledger.query.merkle;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How checkpoints are signed.
 *
 * @param directory with the signing key and what was signed last; a node without one signs nothing
 * @param create whether to make the key when there is none; several nodes on one database need the
 *     same one, so that only a single first start should
 * @param interval between two looks at what is new
 */
@ConfigurationProperties("keyledger.checkpoint")
record CheckpointSettings(
        @Nullable Path directory,
        @DefaultValue("false") boolean create,
        @DefaultValue("5s") Duration interval) {}
