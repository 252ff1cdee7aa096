package io.keyledger.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/**
 * Where the peppers are.
 *
 * @param create whether to make the first one when there is none; several nodes on one database
 *     need the same ones, so that only a single first start should
 */
@ConfigurationProperties("keyledger.pepper")
record PepperSettings(Path directory, @DefaultValue("false") boolean create) {}
