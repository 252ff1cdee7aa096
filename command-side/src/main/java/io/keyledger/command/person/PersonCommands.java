package io.keyledger.command.person;

import io.keyledger.access.oidc.ClaimedGroup;
import io.keyledger.command.grant.Admission;
import io.keyledger.command.person.PeopleReader.Found;
import io.keyledger.command.person.PersonCommand.DisablePerson;
import io.keyledger.command.person.PersonCommand.EnablePerson;
import io.keyledger.command.person.PersonCommand.Guarded;
import io.keyledger.command.person.PersonCommand.SignIn;
import io.keyledger.command.platform.Aggregates;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.platform.HandlesCommands;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.Versions;
import io.keyledger.command.workspace.BuiltIn;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Carries out commands to people. */
@Component
class PersonCommands implements HandlesCommands {

    private final Admission admission;
    private final DecisionLocks locks;
    private final PeopleReader facts;
    private final Repository<Person> people;

    PersonCommands(
            Admission admission, DecisionLocks locks, PeopleReader facts, Aggregates aggregates) {
        this.admission = admission;
        this.locks = locks;
        this.facts = facts;
        this.people = aggregates.repository(Person.class);
    }

    @CommandHandler
    Decided handle(SignIn command, @MetaDataValue("caller") CallerInfo caller) throws Exception {
        boolean known = lock(command, caller);
        List<Found> found = facts.groups(command.claimed());
        SortedMap<UUID, String> said = new TreeMap<>();
        found.forEach(it -> said.put(it.id(), it.claimed().workspace()));
        Aggregate<Person> person =
                known
                        ? people.load(stream(command.personId()))
                        : people.newInstance(
                                () ->
                                        new Person(
                                                PersonDecider.decide(
                                                        new PersonState.Absent(), command, said)));
        if (known) {
            person.execute(it -> it.apply(PersonDecider.decide(it.state(), command, said)));
        }
        return new Decided(stream(command.personId()), person.version(), signedIn(command, found));
    }

    @CommandHandler
    Decided handle(DisablePerson command, @MetaDataValue("caller") CallerInfo caller) {
        Aggregate<Person> person = admitted(command, caller);
        person.execute(it -> it.apply(PersonDecider.disable(it.state(), command.personId())));
        return new Decided(stream(command.personId()), person.version());
    }

    @CommandHandler
    Decided handle(EnablePerson command, @MetaDataValue("caller") CallerInfo caller) {
        Aggregate<Person> person = admitted(command, caller);
        person.execute(it -> it.apply(PersonDecider.enable(it.state(), command.personId())));
        return new Decided(stream(command.personId()), person.version());
    }

    /**
     * Takes the place among all decisions that the sign-in may change: sign-ins come one after the
     * other, and no command of the person is under way in a workspace that takes groups from it.
     *
     * @return whether the person has signed in before
     */
    private boolean lock(SignIn command, CallerInfo caller) {
        String stream = stream(command.personId());
        locks.take(caller, BuiltIn.SYSTEM, Mode.EXCLUSIVE, stream);
        Optional<UUID> known = facts.idOf(command.issuer(), command.subject());
        if (known.isPresent() && !known.get().equals(command.personId())) {
            throw new ConcurrencyException("the person has just signed in for the first time");
        }
        SortedSet<String> concerned = new TreeSet<>(facts.workspacesOf(command.personId()));
        command.claimed().forEach(claimed -> concerned.add(claimed.workspace()));
        concerned.remove(BuiltIn.SYSTEM);
        concerned.forEach(ws -> locks.take(caller, ws, Mode.EXCLUSIVE, stream));
        return known.isPresent();
    }

    private Aggregate<Person> admitted(Guarded command, CallerInfo caller) {
        String stream = stream(command.personId());
        admission.admit(caller, command, Mode.EXCLUSIVE, stream).mustNotBe(command.personId());
        if (!facts.exists(command.personId())) {
            throw new Rejected(RejectionCode.UNKNOWN_PERSON, "there is no such person");
        }
        Aggregate<Person> person = people.load(stream);
        Versions.mustBe(command.expectedVersion(), person.version());
        return person;
    }

    private static SignedIn signedIn(SignIn command, List<Found> found) {
        List<ClaimedGroup> there = found.stream().map(Found::claimed).toList();
        List<ClaimedGroup> unknown = new ArrayList<>(command.claimed());
        unknown.removeAll(there);
        return new SignedIn(command.personId(), there, unknown);
    }

    private static String stream(UUID personId) {
        return personId.toString();
    }
}
