package io.keyledger.access.health;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import java.util.ArrayList;
import java.util.List;

/** Ready, or out of service with all causes; and what somebody has to look at in either case. */
final class NodeHealth implements HealthIndicator {

    private final ApplicationAvailability availability;
    private final List<ReadinessCauses> parts;
    private final List<HealthWarnings> warnings;

    NodeHealth(
            ApplicationAvailability availability,
            List<ReadinessCauses> parts,
            List<HealthWarnings> warnings) {
        this.availability = availability;
        this.parts = parts;
        this.warnings = warnings;
    }

    @Override
    public Health health() {
        List<String> causes = causes();
        Health.Builder health =
                causes.isEmpty() ? Health.up() : Health.outOfService().withDetail("causes", causes);
        List<String> warned = warnings.stream().flatMap(each -> each.warnings().stream()).toList();
        return warned.isEmpty() ? health.build() : health.withDetail("warnings", warned).build();
    }

    /** Nobody is asked any more while the node goes down, or not yet while it comes up. */
    private List<String> causes() {
        if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC) {
            return List.of("starting-or-stopping");
        }
        List<String> causes = new ArrayList<>();
        parts.forEach(part -> causes.addAll(part.causes()));
        return causes;
    }
}
