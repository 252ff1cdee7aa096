package io.keyledger.query.projection;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All views of the application, by name. */
@Component
public class Projections {

    private final Map<String, Projection> byView = new TreeMap<>();

    public Projections(List<Projection> projections) {
        for (Projection projection : projections) {
            if (byView.put(projection.view(), projection) != null) {
                throw new IllegalStateException("two views are named " + projection.view());
            }
        }
    }

    public List<Projection> all() {
        return List.copyOf(byView.values());
    }

    public List<String> views() {
        return List.copyOf(byView.keySet());
    }

    public Optional<Projection> named(String view) {
        return Optional.ofNullable(byView.get(view));
    }
}
