package io.keyledger.shared.proof;

import io.keyledger.shared.event.UnreadableEvent;
import io.keyledger.shared.ledger.LeafFields;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a checked entry says, in its own words. */
final class EntryFacts {

    private EntryFacts() {}

    static List<Fact> ofChange(LeafFields fields, EntryEvidence.ChangeEvidence change) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Entry", fields.eventId().toString()));
        addRecord(facts, fields);
        byte[] payload = change.payload();
        add(
                facts,
                "Change",
                payload == null ? "withheld: it holds the hash of a secret" : text(payload));
        add(facts, "Metadata", text(change.metadata()));
        return facts;
    }

    static List<Fact> ofUse(LeafFields fields, EntryEvidence.UseEvidence evidence) {
        List<Fact> facts = new ArrayList<>();
        String id = fields.stream() + "-" + fields.sequence() + "-" + evidence.index();
        facts.add(new Fact("Entry", id));
        addRecord(facts, fields);
        addUse(facts, read(fields, evidence));
        return facts;
    }

    private static void addRecord(List<Fact> facts, LeafFields fields) {
        facts.add(new Fact("Workspace", fields.workspace()));
        facts.add(new Fact("Type", fields.type() + " revision " + fields.revision()));
        facts.add(new Fact("Stream", fields.stream() + ", number " + fields.sequence() + " of it"));
        facts.add(new Fact("Occurred", fields.occurredAt().toString()));
        facts.add(new Fact("Ledgered", fields.ledgeredAt().toString()));
    }

    private static void addUse(List<Fact> facts, KeyUses record) {
        KeyUse use = record.uses().getFirst();
        facts.add(new Fact("Decision", use.allowed() ? "allow" : "deny"));
        add(facts, "Reason", use.reason());
        add(facts, "Key", use.keyId());
        add(facts, "Permission", use.permission());
        add(facts, "Method", use.method());
        add(facts, "Path", use.path());
        add(facts, "Asked by the key", use.callerKeyId());
        add(facts, "Request", use.requestId());
        add(facts, "Source network", use.network());
        if (use.count() > 1) {
            facts.add(new Fact("Stands for", use.count() + " equal refusals"));
        }
        if (!use.entities().isEmpty()) {
            facts.add(
                    new Fact(
                            "Decided on",
                            use.entities().stream()
                                    .map(record.header().entities()::get)
                                    .map(EntryFacts::version)
                                    .collect(Collectors.joining("; "))));
        }
        facts.add(new Fact("Snapshot", record.header().snapshot()));
    }

    private static KeyUses read(LeafFields fields, EntryEvidence.UseEvidence evidence) {
        try {
            return KeyUsesCodec.read(fields.revision(), evidence.header(), evidence.use());
        } catch (UnreadableEvent | IndexOutOfBoundsException _) {
            throw Unproven.malformed(
                    "The use is in the log, but its form is not known to this version.");
        }
    }

    private static String version(EntityVersion entity) {
        return entity.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " "
                + entity.id()
                + " version "
                + entity.version();
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, value));
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
