@NullMarked
package io.keyledger.command.platform;

import org.jspecify.annotations.NullMarked;
