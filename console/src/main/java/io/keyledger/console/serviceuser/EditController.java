package io.keyledger.console.serviceuser;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.edit.Compared;
import io.keyledger.console.edit.EditPages;
import io.keyledger.console.edit.Edited;
import io.keyledger.console.edit.Effect;
import io.keyledger.console.edit.Field;
import io.keyledger.console.page.Moment;
import io.keyledger.console.signin.Visitor;

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
import java.util.UUID;

/** The edit of a service user. */
@Controller
@RequestMapping("/{ws}/service-users/{id}")
public class EditController extends EditPages<ServiceUser, Form> {

    private static final List<Field> FIELDS =
            List.of(
                    Field.text("username", "Username"),
                    Field.text("description", "Description"),
                    Field.text("owner", "Owner"),
                    Field.text("expires", "Expires"),
                    Field.pairs("labels", "Labels", "Label", Form.LABELS_FAULT),
                    Field.links("groups", "Groups"),
                    Field.links("roles", "Roles"),
                    Field.links("policies", "Policies"));

    EditController() {
        super(Form.class);
    }

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping("/edit")
    String form(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Model model) {
        return open(visitor, ws, get(visitor.client(), ws, id), Moment.NOW, model);
    }

    @Override
    protected ServiceUser get(KeyledgerClient client, String ws, UUID id) {
        return client.serviceUsers().get(ws, id);
    }

    @Override
    protected Edited edited(String ws, ServiceUser user) {
        return Edited.of(ws, "service-users", user.id(), user.username(), user.version())
                .foundBy(Map.of("user", user.id().toString()));
    }

    @Override
    protected Form form(ServiceUser user) {
        return Form.of(user);
    }

    @Override
    protected List<Field> fields() {
        return FIELDS;
    }

    @Override
    protected void judge(Visitor visitor, String ws, ServiceUser user, Form form) {
        form.toBeCreated();
    }

    @Override
    protected Effect effect(Visitor visitor, String ws, ServiceUser user, Form form) {
        return Effect.of(
                Compared.of(
                        visitor, ws, Form.of(user), form, Form::links, EditController::permissions),
                List.of(felt(Row.of(user).keys())));
    }

    private static String felt(int keys) {
        return switch (keys) {
            case 0 -> "It has no API key yet that would feel it.";
            case 1 -> "Its API key feels it at once.";
            default -> "Its %d API keys feel it at once.".formatted(keys);
        };
    }

    @Override
    protected void save(KeyledgerClient client, String ws, ServiceUser user, Form form) {
        client.serviceUsers().edit(ws, user.id(), form.changesOf(user));
    }

    @Override
    protected Saved saved(String ws, ServiceUser user) {
        return new Saved("/{ws}/service-users/{id}", "Saved. It holds for all keys from now on.");
    }

    @Override
    protected String page(
            Visitor visitor, String ws, ServiceUser user, Moment moment, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("directory", Directory.of(visitor, ws));
        model.addAttribute("mayManage", moment.lets(visitor.may("service-users:manage", ws)));
        return "service-user-edit";
    }

    private static Optional<Set<String>> permissions(Form form, Directory directory) {
        return directory.permissions(form.groupIds(), form.roleIds(), form.policyIds());
    }
}
