package io.keyledger.access.journal;

import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.use.AskedRoute;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesHeader;
import io.keyledger.shared.use.MonitoredRefusal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Composes one workspace's record of one batch. */
final class RecordComposer {

    private final Header<EntityVersion> entities = new Header<>();
    private final Header<PersonalRef> personal = new Header<>();
    private final List<KeyUse> uses = new ArrayList<>();

    void add(Row row) {
        uses.add(row.uses().size() == 1 ? told(row.uses().getFirst()) : counted(row));
    }

    KeyUses compose(Instant decidedAt, String snapshot) {
        return new KeyUses(
                new KeyUsesHeader(decidedAt, snapshot, entities.values(), personal.values()), uses);
    }

    private KeyUse told(UseDraft use) {
        return new KeyUse(
                use.keyId(),
                entities.indexesOf(use.entities()),
                use.permission(),
                use.method(),
                use.path(),
                use.reason(),
                entities.indexOrNull(use.grantedBy()),
                entities.indexOrNull(use.refusedBy()),
                use.monitored().stream().map(this::monitored).toList(),
                route(use.route()),
                use.resource(),
                personal.indexOrNull(use.address()),
                personal.indexOrNull(use.userAgent()),
                use.countable() && use.address() == null ? use.network() : null,
                use.callerKeyId(),
                use.requestId(),
                1);
    }

    private MonitoredRefusal monitored(UseDraft.Monitored refusal) {
        return new MonitoredRefusal(entities.indexOf(refusal.policy()), refusal.reason());
    }

    private @Nullable AskedRoute route(UseDraft.@Nullable Routed route) {
        return route == null
                ? null
                : new AskedRoute(route.asked(), entities.indexOrNull(route.api()), route.routeId());
    }

    private static KeyUse counted(Row row) {
        return new KeyUse(
                common(row, UseDraft::keyId),
                List.of(),
                null,
                null,
                null,
                row.uses().getFirst().reason(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                row.network(),
                common(row, UseDraft::callerKeyId),
                null,
                row.uses().size());
    }

    private static @Nullable String common(Row row, Function<UseDraft, @Nullable String> property) {
        List<@Nullable String> different =
                row.uses().stream().<@Nullable String>map(property).distinct().limit(2).toList();
        return different.size() == 1 ? different.getFirst() : null;
    }
}
