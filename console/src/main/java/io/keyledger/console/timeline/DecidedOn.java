package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Audit.Version;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a decision depends on.
 *
 * @param part that it had in the decision, if it settled it
 */
record DecidedOn(String kind, @Nullable String name, String id, long version, String part) {

    private static final String API = "api";

    static List<DecidedOn> of(Audit.DecidedOn decision, Entry entry, Map<String, String> names) {
        Map<String, String> known = new HashMap<>(names);
        if (entry.actor() != null && entry.actor().id() != null && entry.actor().name() != null) {
            known.put(entry.actor().id(), entry.actor().name());
        }
        String api = entry.route() == null ? null : entry.route().api();
        if (api != null) {
            decision.versions().stream()
                    .filter(each -> each.kind().equals(API))
                    .forEach(each -> known.put(each.id().toString(), api));
        }
        return decision.versions().stream().map(each -> of(each, decision, known)).toList();
    }

    private static DecidedOn of(
            Version version, Audit.DecidedOn decision, Map<String, String> names) {
        String id = version.id().toString();
        return new DecidedOn(
                version.kind().equals(API) ? "API" : version.kind().replace('-', ' '),
                names.get(id),
                id,
                version.version(),
                part(version, decision));
    }

    private static String part(Version version, Audit.DecidedOn decision) {
        if (version.id().equals(decision.grantedBy())) {
            return "allowed it";
        }
        return version.id().equals(decision.refusedBy()) ? "refused it" : "";
    }
}
