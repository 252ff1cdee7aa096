package io.keyledger.console.workspace;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.Workspaces.Workspace;
import io.keyledger.client.api.Workspaces.WorkspaceEdit;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The name of a workspace, which is all of it that changes. */
@Controller
@RequestMapping("/{ws}/workspaces/{slug}/name")
public class WorkspaceNameController {

    @ModelAttribute("section")
    String section() {
        return "workspaces";
    }

    @GetMapping
    String form(@AuthenticationPrincipal Visitor visitor, @PathVariable String slug, Model model) {
        Workspace workspace = visitor.client().workspaces().get(slug);
        return show(visitor, slug, workspace.name(), workspace.version(), model);
    }

    /** On the version that was shown. */
    @PostMapping
    String rename(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String name,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        model.addAttribute("why", why);
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    visitor.because(why)
                            .onVersion(version)
                            .workspaces()
                            .edit(slug, new WorkspaceEdit(name.strip()));
                    next.addFlashAttribute(
                            "done", "Workspace %s is called %s now.".formatted(slug, name.strip()));
                    return "redirect:" + PATH + "/{ws}/workspaces";
                },
                () -> show(visitor, slug, name, version, model));
    }

    private static String show(
            Visitor visitor, String slug, String name, long version, Model model) {
        model.addAttribute("slug", slug);
        model.addAttribute("name", name);
        model.addAttribute("version", version);
        model.addAttribute("mayManage", visitor.may("workspaces:manage", slug));
        return "workspace-name";
    }
}
