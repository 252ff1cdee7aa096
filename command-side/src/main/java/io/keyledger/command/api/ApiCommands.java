package io.keyledger.command.api;

import io.keyledger.command.api.ApiCommand.AddRoute;
import io.keyledger.command.api.ApiCommand.CreateApi;
import io.keyledger.command.api.ApiCommand.DeleteApi;
import io.keyledger.command.api.ApiCommand.EditApi;
import io.keyledger.command.api.ApiCommand.EditRoute;
import io.keyledger.command.api.ApiCommand.ImportRoutes;
import io.keyledger.command.api.ApiCommand.RemoveRoute;
import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.platform.Aggregates;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.platform.HandlesCommands;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.Versions;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.id.IdGenerator;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Carries out commands to APIs: locks, facts, decision, events. */
@Component
class ApiCommands implements HandlesCommands {

    private final Admission admission;
    private final AccessFacts facts;
    private final ApiCatalogue catalogue;
    private final IdGenerator ids;
    private final Repository<Api> apis;

    ApiCommands(
            Admission admission,
            AccessFacts facts,
            ApiCatalogue catalogue,
            IdGenerator ids,
            Aggregates aggregates) {
        this.admission = admission;
        this.facts = facts;
        this.catalogue = catalogue;
        this.ids = ids;
        this.apis = aggregates.repository(Api.class);
    }

    @CommandHandler
    Decided handle(CreateApi command, @MetaDataValue("caller") CallerInfo caller) throws Exception {
        String stream = command.apiId().toString();
        admission.admit(caller, command, Mode.SHARED, stream);
        if (!facts.workspaceExists(command.workspace())) {
            throw new Rejected(RejectionCode.UNKNOWN_WORKSPACE, "there is no such workspace");
        }
        Aggregate<Api> api = apis.newInstance(() -> new Api(ApiDecider.decide(command)));
        return new Decided(stream, api.version());
    }

    @CommandHandler
    Decided handle(EditApi command, @MetaDataValue("caller") CallerInfo caller) {
        return decide(
                command,
                command.apiId(),
                caller,
                (state, grantor) -> ApiDecider.decide(state, command, grantor));
    }

    @CommandHandler
    Decided handle(DeleteApi command, @MetaDataValue("caller") CallerInfo caller) {
        return decide(
                command, command.apiId(), caller, (state, _) -> ApiDecider.decide(state, command));
    }

    @CommandHandler
    Decided handle(AddRoute command, @MetaDataValue("caller") CallerInfo caller) {
        UUID api = catalogue.find(command.workspace(), command.api());
        return decide(
                command,
                api,
                caller,
                (state, grantor) -> ApiDecider.decide(api, state, command, grantor));
    }

    @CommandHandler
    Decided handle(EditRoute command, @MetaDataValue("caller") CallerInfo caller) {
        UUID api = catalogue.ofRoute(command.workspace(), command.routeId());
        return decide(
                command,
                api,
                caller,
                (state, grantor) -> ApiDecider.decide(api, state, command, grantor));
    }

    @CommandHandler
    Decided handle(RemoveRoute command, @MetaDataValue("caller") CallerInfo caller) {
        UUID api = catalogue.ofRoute(command.workspace(), command.routeId());
        return decide(
                command,
                api,
                caller,
                (state, grantor) -> ApiDecider.decide(api, state, command, grantor));
    }

    @CommandHandler
    Decided handle(ImportRoutes command, @MetaDataValue("caller") CallerInfo caller) {
        Grantor grantor = admission.admit(caller, command, Mode.SHARED, command.apiId().toString());
        Aggregate<Api> api = load(command, command.apiId());
        ImportPlan plan =
                api.invoke(
                        it ->
                                new ImportDecider(grantor, ids::next)
                                        .plan(ApiDecider.present(it.state()), command));
        if (command.apply()) {
            plan.mustBeFreeOfConflicts();
            api.execute(it -> it.apply(plan.events()));
        }
        return new Decided(command.apiId().toString(), api.version(), plan);
    }

    private Decided decide(
            ApiCommand command,
            UUID id,
            CallerInfo caller,
            BiFunction<ApiState, Grantor, List<ApiEvent>> decision) {
        Grantor grantor = admission.admit(caller, command, Mode.SHARED, id.toString());
        Aggregate<Api> api = load(command, id);
        api.execute(it -> it.apply(decision.apply(it.state(), grantor)));
        return new Decided(id.toString(), api.version());
    }

    private Aggregate<Api> load(ApiCommand command, UUID id) {
        catalogue.mustHave(command.workspace(), id);
        Aggregate<Api> api = apis.load(id.toString());
        Versions.mustBe(command.expectedVersion(), api.version());
        return api;
    }
}
