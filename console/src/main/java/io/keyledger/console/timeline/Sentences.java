package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit.Actor;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Audit.Subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Entries of the audit trail as people would say them. */
public final class Sentences {

    private static final List<String> REFERENCES = List.of("group", "role", "policy");
    private static final int SHORT_ID = 8;

    private final Map<String, String> names;

    private Sentences(Map<String, String> names) {
        this.names = names;
    }

    /**
     * A sentence in its parts.
     *
     * @param tone {@code change}, {@code allow} or {@code deny}
     * @param who who did it
     * @param what was done, such as {@code added group Readers}
     * @param whom it was done to or with, as the sentence goes on, unless that is said already
     */
    public record Sentence(
            Entry entry, String tone, String who, String what, @Nullable String whom) {}

    /**
     * The sentences of entries.
     *
     * @param names what ids stand for
     */
    public static List<Sentence> of(List<Entry> entries, Map<String, String> names) {
        Sentences sentences = new Sentences(names);
        return entries.stream().map(sentences::of).toList();
    }

    private Sentence of(Entry entry) {
        return entry.kind().equals("use") ? use(entry) : change(entry);
    }

    private Sentence use(Entry entry) {
        boolean allowed = "allow".equals(entry.decision());
        StringBuilder what = new StringBuilder(allowed ? "used " : "was refused ");
        what.append(entry.permission() == null ? "" : entry.permission());
        if (entry.method() != null) {
            what.append(entry.permission() == null ? "" : " by ")
                    .append(entry.method())
                    .append(' ')
                    .append(entry.path());
        }
        if (!allowed) {
            what.append(": ").append(words(String.valueOf(entry.reason())));
        }
        if (entry.count() != null && entry.count() > 1) {
            what.append(" (").append(entry.count()).append(" times)");
        }
        Subject key = entry.subject();
        return new Sentence(
                entry,
                allowed ? "allow" : "deny",
                who(entry.actor(), "an unknown key"),
                what.toString(),
                key == null || key.name() == null ? null : "with key " + key.name());
    }

    private Sentence change(Entry entry) {
        Said said = Said.of(entry.type());
        Subject subject = entry.subject();
        String kind = subject == null ? "" : words(subject.kind());
        String whom = subject == null ? null : subject.name();
        String reference = reference(entry);
        if (reference != null) {
            return new Sentence(
                    entry,
                    "change",
                    who(entry.actor(), "somebody"),
                    said.ofMember() + " " + reference,
                    whom == null ? null : said.towards() + " " + kind + " " + whom);
        }
        return new Sentence(
                entry,
                "change",
                who(entry.actor(), "somebody"),
                said.text() + (whom == null ? "" : " " + whom),
                whose(entry));
    }

    /** Names of keys are those of one service user only. */
    private static @Nullable String whose(Entry entry) {
        return entry.keyId() == null || entry.serviceUserName() == null
                ? null
                : "of service user " + entry.serviceUserName();
    }

    /** The name of what was assigned, attached or taken away. */
    private @Nullable String reference(Entry entry) {
        for (String field : REFERENCES) {
            for (Map<String, Object> side : sides(entry)) {
                if (side.size() == 1 && side.get(field) instanceof String id) {
                    return names.getOrDefault(id, id.substring(0, Math.min(SHORT_ID, id.length())));
                }
            }
        }
        return null;
    }

    private static List<Map<String, Object>> sides(Entry entry) {
        List<Map<String, Object>> sides = new ArrayList<>();
        if (entry.after() != null) {
            sides.add(entry.after());
        }
        if (entry.before() != null) {
            sides.add(entry.before());
        }
        return sides;
    }

    private static String who(@Nullable Actor actor, String nobody) {
        return actor == null || actor.name() == null ? nobody : actor.name();
    }

    private static String words(String hyphened) {
        return hyphened.replace('-', ' ');
    }

    /** What an event's name says: {@code GroupAssigned} is "assigned group". */
    private record Said(String text) {

        private static final Pattern TOLD_BY_WHOM = Pattern.compile(" (to|from) (group|person)$");

        /** What came or went, without to what: that is told by its name. */
        String ofMember() {
            return TOLD_BY_WHOM
                    .matcher(text)
                    .replaceFirst("")
                    .replaceFirst("^assigned (person )?", "added ")
                    .replaceFirst("^unassigned (person )?", "removed ");
        }

        String towards() {
            return text.startsWith("unassigned") || text.startsWith("detached") ? "from" : "to";
        }

        static Said of(String type) {
            List<String> words = new ArrayList<>();
            String name = type.substring(type.indexOf('.') + 1);
            for (String word : name.split("(?=[A-Z])")) {
                words.add(word.equals("Api") ? "API" : word.toLowerCase(Locale.ROOT));
            }
            int verb = 0;
            while (verb < words.size() - 1 && !words.get(verb).endsWith("ed")) {
                verb++;
            }
            List<String> order = new ArrayList<>(List.of(words.get(verb)));
            order.addAll(words.subList(0, verb));
            order.addAll(words.subList(verb + 1, words.size()));
            return new Said(String.join(" ", order));
        }
    }
}
