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

    Window window() {
        return new Window(chosenDays(), Typed.text(from), Typed.text(to), Typed.text(zone));
    }
}
