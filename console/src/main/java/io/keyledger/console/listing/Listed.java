package io.keyledger.console.listing;

import io.keyledger.client.api.Count;
import io.keyledger.client.api.Page;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the rows of a list come from, and what a page shows around them. */
public record Listed<T>(
        Function<Map<String, String>, Page<T>> rows, Function<Map<String, String>, Count> count) {

    /**
     * Puts a part of the list before the page.
     *
     * @param names of what the values of filters stand for
     * @return its rows
     */
    public List<T> show(Search search, Map<String, String> names, Model model) {
        Page<T> page = rows.apply(search.asked());
        model.addAttribute("rows", page.items());
        model.addAttribute("search", search);
        model.addAttribute("chips", search.chips(names));
        model.addAttribute("sortings", search.sortings());
        model.addAttribute("count", count.apply(search.filters()));
        model.addAttribute("first", search.isFirst() ? null : search.page().text());
        model.addAttribute(
                "next",
                page.nextCursor() == null
                        ? null
                        : search.page().with("cursor", page.nextCursor()).text());
        return page.items();
    }

    /** The page, or what of it follows the form above the list, if only that is asked for. */
    public static String view(String name, HttpServletRequest request) {
        return name + ("found".equals(request.getHeader("HX-Target")) ? " :: found" : "");
    }
}
