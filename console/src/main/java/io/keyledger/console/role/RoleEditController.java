package io.keyledger.console.role;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.console.edit.Compared;
import io.keyledger.console.edit.EditPages;
import io.keyledger.console.edit.Edited;
import io.keyledger.console.edit.Effect;
import io.keyledger.console.edit.Field;
import io.keyledger.console.edit.Reached;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The page of a role, and its edit. */
@Controller
@RequestMapping("/{ws}/roles/{id}")
public class RoleEditController extends EditPages<Role, RoleForm> {

    private static final List<Field> FIELDS =
            List.of(
                    Field.text("name", "Name"),
                    Field.text("description", "Description"),
                    Field.lines("permissions", "Permissions"));

    RoleEditController() {
        super(RoleForm.class);
    }

    @ModelAttribute("section")
    String section() {
        return "roles";
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
    protected Role get(KeyledgerClient client, String ws, UUID id) {
        return client.roles().get(ws, id);
    }

    @Override
    protected Edited edited(String ws, Role role) {
        return Edited.of(ws, "roles", role.id(), role.name(), role.version());
    }

    @Override
    protected RoleForm form(Role role) {
        return RoleForm.of(role);
    }

    @Override
    protected List<Field> fields() {
        return FIELDS;
    }

    @Override
    protected void save(KeyledgerClient client, String ws, Role role, RoleForm form) {
        client.roles().edit(ws, role.id(), form.body());
    }

    @Override
    protected Saved saved(String ws, Role role) {
        return new Saved("/{ws}/roles", "Saved. It holds for everybody with the role from now on.");
    }

    /** A line that is no permission is told beside the form. */
    @Override
    protected void judge(Visitor visitor, String ws, Role role, RoleForm form) {
        Typed.lines(form.permissions()).stream()
                .distinct()
                .filter(line -> !role.permissions().contains(line))
                .forEach(line -> visitor.client().permissions().known(ws, line, null));
    }

    @Override
    protected Effect effect(Visitor visitor, String ws, Role role, RoleForm form) {
        return Reached.by(
                visitor,
                ws,
                Compared.of(
                        Set.copyOf(role.permissions()),
                        new HashSet<>(Typed.lines(form.permissions()))),
                () -> visitor.client().roles().reach(ws, role.id()),
                () -> visitor.client().roles().losses(ws, role.id(), form.permissionsAlone()),
                _ -> "");
    }

    @Override
    protected Map<String, String> names(Visitor visitor, String ws) {
        return Map.of();
    }

    @Override
    protected String page(Visitor visitor, String ws, Role role, Moment moment, Model model) {
        model.addAttribute("role", role);
        RoleController.known(visitor, ws, model);
        model.addAttribute(
                "mayManage", moment.lets(visitor.may("roles:manage", ws) && !role.builtIn()));
        return "role";
    }
}
