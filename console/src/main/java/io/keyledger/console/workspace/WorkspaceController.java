package io.keyledger.console.workspace;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.Workspaces;
import io.keyledger.client.api.Workspaces.NewWorkspace;
import io.keyledger.client.api.Workspaces.Workspace;
import io.keyledger.console.listing.Listed;
import io.keyledger.console.listing.Listing;
import io.keyledger.console.listing.Listing.Column;
import io.keyledger.console.listing.Search;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Section;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;
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

import java.util.Map;

/** The list of workspaces, and the form for a new one. */
@Controller
@RequestMapping("/{ws}/workspaces")
public class WorkspaceController {

    private static final Listing LISTING =
            Listing.inOrderOf(
                            Column.of("slug", "Workspace"),
                            Column.of("name", "Name"),
                            Column.latestFirst("createdAt", "Created"))
                    .field("q", "text");

    @ModelAttribute("section")
    String section() {
        return "workspaces";
    }

    @GetMapping
    String list(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
        Workspaces workspaces = visitor.client().workspaces();
        new Listed<>(workspaces::find, workspaces::count)
                .show(Search.of(LISTING, request), Map.of(), model);
        model.addAttribute("mayManage", visitor.may("workspaces:manage", "system"));
        return Listed.view("workspaces", request);
    }

    @GetMapping("/new")
    String create(Model model) {
        return blank("", "", model);
    }

    @PostMapping("/new")
    String create(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    Workspace created =
                            visitor.because(why)
                                    .workspaces()
                                    .create(new NewWorkspace(slug.strip(), name.strip()));
                    visitor.lookAgain();
                    next.addFlashAttribute("done", "Workspace " + created.slug() + " was created.");
                    next.addAttribute("created", created.slug());
                    return "redirect:"
                            + PATH
                            + "/{created}/"
                            + Section.home(visitor, created.slug());
                },
                () -> blank(slug, name, model));
    }

    private static String blank(String slug, String name, Model model) {
        model.addAttribute("slug", slug);
        model.addAttribute("name", name);
        return "workspace-new";
    }
}
