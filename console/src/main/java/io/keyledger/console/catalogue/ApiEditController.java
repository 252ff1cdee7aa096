package io.keyledger.console.catalogue;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Apis.Api;
import io.keyledger.console.edit.EditPages;
import io.keyledger.console.edit.Edited;
import io.keyledger.console.edit.Effect;
import io.keyledger.console.edit.Field;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The edit of an API. */
@Controller
@RequestMapping("/{ws}/apis/{id}")
public class ApiEditController extends EditPages<Api, ApiForm> {

    private static final List<Field> FIELDS =
            List.of(
                    Field.text("name", "Name"),
                    Field.text("description", "Description"),
                    Field.lines("hosts", "Host names"));

    ApiEditController() {
        super(ApiForm.class);
    }

    @ModelAttribute("section")
    String section() {
        return "apis";
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
    protected Api get(KeyledgerClient client, String ws, UUID id) {
        return client.apis().get(ws, id);
    }

    @Override
    protected Edited edited(String ws, Api api) {
        return Edited.of(ws, "apis", api.id(), api.name(), api.version());
    }

    @Override
    protected ApiForm form(Api api) {
        return ApiForm.of(api);
    }

    @Override
    protected List<Field> fields() {
        return FIELDS;
    }

    @Override
    protected Effect effect(Visitor visitor, String ws, Api api, ApiForm form) {
        List<String> felt = new ArrayList<>();
        if (!api.name().equals(Typed.text(form.name()))) {
            felt.add(
                    "Checks that name the API say %s from then on: as %s it is not found any more."
                            .formatted(Typed.text(form.name()), api.name()));
        }
        List<String> hosts = Typed.lines(form.hosts());
        api.hosts().stream()
                .filter(host -> !hosts.contains(host))
                .forEach(
                        host ->
                                felt.add(
                                        "Checks at %s do not lead here any more.".formatted(host)));
        felt.add(
                "Checks by method and path go by it at once; it has %d routes."
                        .formatted(api.routeCount()));
        return Effect.of(felt);
    }

    @Override
    protected Map<String, String> names(Visitor visitor, String ws) {
        return Map.of();
    }

    @Override
    protected void save(KeyledgerClient client, String ws, Api api, ApiForm form) {
        client.apis().edit(ws, api.id(), form.body());
    }

    @Override
    protected Saved saved(String ws, Api api) {
        return new Saved("/{ws}/apis/{id}", "Saved. Checks go by it from now on.");
    }

    @Override
    protected String page(Visitor visitor, String ws, Api api, Moment moment, Model model) {
        model.addAttribute("api", api);
        model.addAttribute("mayManage", moment.lets(visitor.may("routes:manage", ws)));
        return "api-edit";
    }
}
