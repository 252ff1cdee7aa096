package io.keyledger.query.reach;

import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.permissions.Bearer;
import io.keyledger.query.reach.Comparison.Holder;
import io.keyledger.query.reach.LossesView.Heads;
import io.keyledger.query.reach.LossesView.Loss;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells what a change takes in effect from the first of those that it reaches. */
@Component
class Losses {

    /** Of service users, and of people. */
    static final int LOOKED_AT = 1_000;

    private final Reaches reaches;
    private final WaysAt ways;
    private final DirectoryAt directory;

    Losses(Reaches reaches, WaysAt ways, DirectoryAt directory) {
        this.reaches = reaches;
        this.ways = ways;
        this.directory = directory;
    }

    LossesView of(Change change, String workspace) {
        long position = directory.withPeople(null).position();
        List<Someone> users = reaches.serviceUsers(change.reaching(), change.held(), LOOKED_AT + 1);
        List<Someone> people =
                reaches.people(change.reaching(), workspace, change.held(), LOOKED_AT + 1);
        Collection<List<Way>> ofUsers =
                ways.of(Bearer.SERVICE_USER, workspace, ids(users), position).values();
        Collection<List<Way>> ofPeople =
                ways.of(Bearer.PERSON, workspace, ids(people), position).values();
        Map<UUID, List<String>> now = ways.permissions(roles(change, ofUsers, ofPeople), position);
        return new LossesView(
                looked(users),
                looked(people),
                losses(
                        new Comparison(change, new Held(now), new Held(change.in(now))),
                        ofUsers,
                        ofPeople));
    }

    private static List<Loss> losses(
            Comparison comparison, Collection<List<Way>> ofUsers, Collection<List<Way>> ofPeople) {
        List<Holder> users = comparison.holders(ofUsers);
        List<Holder> people = comparison.holders(ofPeople);
        return comparison.gone().stream()
                .map(
                        gone ->
                                loss(
                                        gone,
                                        comparison.tally(Bearer.SERVICE_USER, gone, users),
                                        comparison.tally(Bearer.PERSON, gone, people)))
                .toList();
    }

    private static Loss loss(
            Comparison.Gone gone, Comparison.Tally users, Comparison.Tally people) {
        return new Loss(
                gone.permission(),
                gone.resources(),
                new Heads(users.lost(), people.lost()),
                new Heads(users.kept(), people.kept()));
    }

    private static List<UUID> ids(List<Someone> all) {
        return all.stream().limit(LOOKED_AT).map(Someone::id).toList();
    }

    private static CountView looked(List<Someone> all) {
        return new CountView(Math.min(all.size(), LOOKED_AT), all.size() <= LOOKED_AT);
    }

    private static Set<UUID> roles(
            Change change, Collection<List<Way>> users, Collection<List<Way>> people) {
        Set<UUID> all = new HashSet<>();
        Stream.of(List.of(change.before(), change.after()), users, people)
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .forEach(way -> all.add(way.role()));
        return all;
    }
}
