package io.keyledger.console.export;

import java.util.Map;
import java.util.Set;

/**
 * Which table somebody wants.
 *
 * @param name what people call it, such as {@code Timeline}
 * @param filters what of it is wanted, by what people call that
 * @param file what the file is called
 * @param rights permissions in the workspace without which nobody may have it
 * @param page where the same is shown
 * @param address to which asking for it anew is sent
 */
public record Wanted(
        String ws,
        String name,
        Map<String, String> filters,
        String file,
        Set<String> rights,
        String page,
        String address) {}
