package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.keyuse.UsageOf;
import io.keyledger.query.personal.Resolved;
import io.keyledger.shared.use.AskedRoute;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUsesHeader;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A use as its journal record has it. */
record UseDraft(long entry, KeyUse use, @Nullable UUID serviceUserId, JournalRecord journal)
        implements Draft {

    private static final String WRONG_SECRET = "wrong-secret";

    static UseDraft of(long entry, JournalRecord record) {
        KeyUse use = Objects.requireNonNull(record.uses().byIndex().get(EntryNumber.index(entry)));
        return new UseDraft(entry, use, UsageOf.serviceUser(record.uses().header(), use), record);
    }

    @Override
    public Set<Long> personal() {
        return Draft.present(address(), userAgent());
    }

    @Override
    public Set<Subjects.Asked> names() {
        Set<Subjects.Asked> asked = new HashSet<>();
        UUID user = serviceUserId;
        UUID person = personId();
        if (user != null && use.keyId() != null) {
            asked.add(user(user));
            asked.add(key(use.keyId()));
        }
        if (person != null) {
            asked.add(person(person));
        }
        if (use.refusedBy() != null) {
            asked.add(policy(use.refusedBy()));
        }
        use.monitored().forEach(each -> asked.add(policy(each.policy())));
        if (use.route() != null && use.route().api() != null) {
            asked.add(api(use.route().api()));
        }
        return asked;
    }

    @Override
    public AuditEntry complete(Subjects.Names names, Resolved texts) {
        return new AuditEntry(
                new RecordId(journal.writer(), journal.sequence(), EntryNumber.index(entry))
                        .toString(),
                EntryNumber.position(entry),
                AuditFilter.USE,
                AuditFilter.USE,
                journal.workspace(),
                header().decidedAt(),
                journal.ledgeredAt(),
                actor(names),
                subject(names),
                null,
                null,
                serviceUserId,
                serviceUserId == null ? null : names.of(user(serviceUserId)),
                use.keyId(),
                details(names),
                texts.text(address()),
                texts.text(userAgent()),
                null,
                null,
                null,
                texts.anyErased(address(), userAgent()) ? true : null);
    }

    /** Whoever shows a wrong secret is not known to be the one whose key it names. */
    private AuditEntry.Actor actor(Subjects.Names names) {
        UUID user = serviceUserId;
        UUID person = personId();
        if (person != null) {
            return new AuditEntry.Actor(
                    "person", person.toString(), names.of(person(person)), null);
        }
        return user == null || WRONG_SECRET.equals(use.reason())
                ? new AuditEntry.Actor("unknown", null, null, use.keyId())
                : new AuditEntry.Actor(
                        "service-user", user.toString(), names.of(user(user)), use.keyId());
    }

    private AuditEntry.Subject subject(Subjects.Names names) {
        UUID person = personId();
        if (person != null) {
            return new AuditEntry.Subject("person", person.toString(), names.of(person(person)));
        }
        String key = use.keyId();
        return new AuditEntry.Subject("api-key", key, key == null ? null : names.of(key(key)));
    }

    private UseDetails details(Subjects.Names names) {
        return UseDetails.of(
                use,
                use.refusedBy() == null ? null : policy(use.refusedBy(), names),
                use.monitored().stream()
                        .map(
                                each ->
                                        new UseDetails.Monitored(
                                                policy(each.policy(), names), each.reason()))
                        .toList(),
                route(use.route(), names));
    }

    private UseDetails.Policy policy(int index, Subjects.Names names) {
        return new UseDetails.Policy(entity(index), names.of(policy(index)));
    }

    private UseDetails.@Nullable Route route(@Nullable AskedRoute route, Subjects.Names names) {
        return route == null
                ? null
                : new UseDetails.Route(
                        route.asked(),
                        route.api() == null ? null : names.of(api(route.api())),
                        route.routeId());
    }

    /** The service user or the person. */
    @Nullable UUID holder() {
        UUID person = personId();
        return person == null ? serviceUserId : person;
    }

    private @Nullable UUID personId() {
        return UsageOf.person(header(), use);
    }

    private Subjects.Asked person(UUID id) {
        return Subjects.Asked.at("person", id.toString(), entry);
    }

    private Subjects.Asked policy(int index) {
        return Subjects.Asked.at("security-policy", entity(index).toString(), entry);
    }

    private Subjects.Asked api(int index) {
        return Subjects.Asked.at("api", entity(index).toString(), entry);
    }

    private UUID entity(int index) {
        return header().entities().get(index).id();
    }

    private Subjects.Asked user(UUID id) {
        return Subjects.Asked.at("service-user", id.toString(), entry);
    }

    private Subjects.Asked key(String id) {
        return Subjects.Asked.at("api-key", id, entry);
    }

    KeyUsesHeader header() {
        return journal.uses().header();
    }

    private @Nullable Long address() {
        return header().reference(use.address());
    }

    private @Nullable Long userAgent() {
        return header().reference(use.userAgent());
    }
}
