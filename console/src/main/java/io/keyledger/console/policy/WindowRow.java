package io.keyledger.console.policy;

import io.keyledger.client.api.Policies.Window;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A weekly window as a row of the form. */
record WindowRow(
        @Nullable List<String> days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String zone) {

    static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    static final WindowRow EMPTY = new WindowRow(List.of(), "", "", "");

    static WindowRow of(Window window) {
        return new WindowRow(window.days(), window.from(), window.to(), window.zone());
    }

    public List<String> chosenDays() {
        return Typed.orNone(days);
    }

    boolean isEmpty() {
        return chosenDays().isEmpty()
                && Typed.text(from).isEmpty()
                && Typed.text(to).isEmpty()
                && Typed.text(zone).isEmpty();
    }

    /** The days in their order. */
    WindowRow tidy() {
        return new WindowRow(
                DAYS.stream().filter(chosenDays()::contains).toList(),
                Typed.text(from),
                Typed.text(to),
                Typed.text(zone));
    }

    /** By nothing if it is empty. */
    String told() {
        return isEmpty()
                ? ""
                : "%s %s–%s %s"
                        .formatted(
                                String.join(", ", chosenDays()),
                                Typed.text(from),
                                Typed.text(to),
                                Typed.text(zone));
    }

    Window window() {
        return new Window(chosenDays(), Typed.text(from), Typed.text(to), Typed.text(zone));
    }
}
