package io.keyledger.console.policy;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Count;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.edit.Compared;
import io.keyledger.console.edit.Counted;
import io.keyledger.console.edit.EditPages;
import io.keyledger.console.edit.Edited;
import io.keyledger.console.edit.Effect;
import io.keyledger.console.edit.Field;
import io.keyledger.console.edit.Reached;
import io.keyledger.console.page.Moment;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The page of a security policy, and its edit. */
@Controller
@RequestMapping("/{ws}/policies/{id}")
public class PolicyEditController extends EditPages<Policy, PolicyForm> {

    private static final String SHOWN = "20";

    PolicyEditController() {
        super(PolicyForm.class);
    }

    @ModelAttribute("section")
    String section() {
        return "policies";
    }

    @ModelAttribute("days")
    List<String> days() {
        return WindowRow.DAYS;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Moment moment,
            Model model) {
        return open(visitor, ws, get(visitor.client().asOf(moment.at()), ws, id), moment, model);
    }

    @Override
    protected Policy get(KeyledgerClient client, String ws, UUID id) {
        return client.policies().get(ws, id);
    }

    @Override
    protected Edited edited(String ws, Policy policy) {
        return Edited.of(ws, "policies", policy.id(), policy.name(), policy.version())
                .foundBy(Map.of("policy", policy.id().toString()));
    }

    @Override
    protected PolicyForm form(Policy policy) {
        return PolicyForm.of(policy);
    }

    /** Of a built-in one nothing but the state is changed. */
    @Override
    protected PolicyForm completed(Policy policy, PolicyForm typed) {
        return policy.builtIn() ? PolicyForm.of(policy).in(typed.state()) : typed;
    }

    @Override
    protected List<Field> fields() {
        return PolicyFields.ALL;
    }

    @Override
    protected void save(KeyledgerClient client, String ws, Policy policy, PolicyForm form) {
        client.policies().edit(ws, policy.id(), form.body());
    }

    @Override
    protected Saved saved(String ws, Policy policy) {
        return new Saved("/{ws}/policies", "Saved. It holds for everybody it reaches from now on.");
    }

    @Override
    protected void judge(Visitor visitor, String ws, Policy policy, PolicyForm form) {
        visitor.client().policies().validate(ws, form.body());
    }

    @Override
    protected Effect effect(Visitor visitor, String ws, Policy policy, PolicyForm form) {
        return Reached.by(
                visitor,
                ws,
                Compared.of(
                        visitor,
                        ws,
                        PolicyForm.of(policy),
                        form,
                        PolicyForm::granting,
                        PolicyEditController::permissions),
                () -> visitor.client().policies().reach(ws, policy.id()),
                () -> visitor.client().policies().losses(ws, policy.id(), form.granting()),
                GrantRow::where);
    }

    @Override
    protected String page(Visitor visitor, String ws, Policy policy, Moment moment, Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        model.addAttribute("policy", policy);
        if (visitor.may("service-users:view", ws)) {
            model.addAttribute("reached", serviceUsers(client, ws, policy));
            model.addAttribute("people", moment.isPast() ? null : people(client, ws, policy));
        }
        model.addAttribute("directory", Directory.of(visitor, ws, moment));
        boolean may = moment.lets(visitor.may("policies:manage", ws));
        model.addAttribute("mayManage", may && !policy.builtIn());
        model.addAttribute("maySwitch", may);
        return "policy";
    }

    private static Page<ServiceUser> serviceUsers(
            KeyledgerClient client, String ws, Policy policy) {
        return client.serviceUsers()
                .list(ws, Map.of("policy", policy.id().toString(), "limit", SHOWN));
    }

    /** How many people it reaches by their groups; null if none. */
    private static @Nullable String people(KeyledgerClient client, String ws, Policy policy) {
        Count people = client.policies().reach(ws, policy.id()).people();
        return people.count() == 0 ? null : Counted.of(people, "person", "people");
    }

    /**
     * What it grants, which it does while it is enabled; on some resources only, that is said.
     * Empty if that may not be seen.
     */
    private static Optional<Set<String>> permissions(PolicyForm form, Directory directory) {
        List<GrantRow> granted = form.isEnabled() ? form.granted() : List.of();
        if (!directory.roles().tellsAll(granted.stream().map(GrantRow::roleId).toList())) {
            return Optional.empty();
        }
        Set<String> all = new TreeSet<>();
        for (GrantRow row : granted) {
            directory.roles().those(List.of(row.roleId())).stream()
                    .flatMap(role -> role.permissions().stream())
                    .forEach(permission -> all.add(permission + row.where()));
        }
        return Optional.of(all);
    }
}
