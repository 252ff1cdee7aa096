package io.keyledger.console.usergroup;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.edit.Compared;
import io.keyledger.console.edit.EditPages;
import io.keyledger.console.edit.Edited;
import io.keyledger.console.edit.Effect;
import io.keyledger.console.edit.Field;
import io.keyledger.console.edit.Reached;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The page of a group, and its edit. */
@Controller
@RequestMapping("/{ws}/groups/{id}")
public class GroupEditController extends EditPages<Group, GroupForm> {

    private static final List<Field> FIELDS =
            List.of(
                    Field.text("name", "Name"),
                    Field.text("description", "Description"),
                    Field.links("roles", "Roles"),
                    Field.links("policies", "Security policies"));

    GroupEditController() {
        super(GroupForm.class);
    }

    @ModelAttribute("section")
    String section() {
        return "groups";
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
    protected Group get(KeyledgerClient client, String ws, UUID id) {
        return client.groups().get(ws, id);
    }

    @Override
    protected Edited edited(String ws, Group group) {
        return Edited.of(ws, "groups", group.id(), group.name(), group.version());
    }

    @Override
    protected GroupForm form(Group group) {
        return GroupForm.of(group);
    }

    @Override
    protected List<Field> fields() {
        return FIELDS;
    }

    @Override
    protected void save(KeyledgerClient client, String ws, Group group, GroupForm form) {
        client.groups().edit(ws, group.id(), form.body());
    }

    @Override
    protected Saved saved(String ws, Group group) {
        return new Saved("/{ws}/groups", "Saved. It holds for all members from now on.");
    }

    @Override
    protected Effect effect(Visitor visitor, String ws, Group group, GroupForm form) {
        return Reached.by(
                visitor,
                ws,
                Compared.of(
                        visitor,
                        ws,
                        GroupForm.of(group),
                        form,
                        GroupForm::ways,
                        GroupEditController::permissions),
                () -> visitor.client().groups().reach(ws, group.id()),
                () -> visitor.client().groups().losses(ws, group.id(), form.links()),
                _ -> "");
    }

    @Override
    protected String page(Visitor visitor, String ws, Group group, Moment moment, Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        model.addAttribute("group", group);
        model.addAttribute("directory", Directory.of(visitor, ws, moment));
        if (visitor.may("service-users:view", ws)) {
            model.addAttribute("users", Members.ofServiceUsers(client, ws, group.id()));
        }
        if (visitor.may("people:view", ws)) {
            model.addAttribute("people", Members.ofPeople(client, ws, group.id()));
        }
        model.addAttribute(
                "mayManage", moment.lets(visitor.may("groups:manage", ws) && !group.builtIn()));
        return "group";
    }

    private static Optional<Set<String>> permissions(GroupForm form, Directory directory) {
        return directory.permissions(List.of(), form.roleIds(), form.policyIds());
    }
}
