package io.keyledger.console.export;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.page.NotHere;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The exports of whoever is signed in, of whichever workspaces. Looking at how far they are asks
 * the API nothing.
 */
@Controller
@RequestMapping("/{ws}/exports")
public class ExportsController {

    private final Desk desk;

    ExportsController(Desk desk) {
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "exports";
    }

    /**
     * @param told what the page has told of them already
     */
    @GetMapping
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String told,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            HttpSession session,
            Model model) {
        refuseUnlessSeen(visitor, ws);
        Instant now = Instant.now();
        List<Shown> exports =
                desk.shelf(visitor, session).all().stream()
                        .map(each -> Shown.of(each, now))
                        .toList();
        String news = Shown.told(exports);
        model.addAttribute("exports", exports);
        model.addAttribute("running", exports.stream().anyMatch(each -> each.line().isRunning()));
        model.addAttribute("told", news);
        boolean polled = "exports".equals(part);
        model.addAttribute("news", polled && !news.equals(told));
        return "exports" + (polled ? " :: list" : "");
    }

    /** For whoever still may; that it was read is on record since it was begun. */
    @GetMapping("/{id}/table")
    @Nullable String table(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        Shelf shelf = desk.shelf(visitor, session);
        Export export = shelf.find(ws, id).orElseThrow(ExportsController::notHere);
        if (export.state() != Export.State.COMPLETE) {
            throw notHere();
        }
        List<String> lost =
                export.wanted().rights().stream().filter(right -> !visitor.may(right, ws)).toList();
        if (!lost.isEmpty()) {
            shelf.remove(export);
            next.addFlashAttribute(
                    "refused",
                    "what is in it takes %s, which you do not have any more. It is removed"
                            .formatted(String.join(" and ", lost)));
            return "redirect:" + PATH + "/{ws}/exports";
        }
        Desk.send(export, response);
        return null;
    }

    /** By what was known last: a page that looks every second asks the API nothing. */
    private static void refuseUnlessSeen(Visitor visitor, String ws) {
        if (visitor.asKnown().workspaces().stream().noneMatch(it -> it.slug().equals(ws))) {
            throw new NotHere("This workspace was never created, or you may not see it.");
        }
    }

    private static NotHere notHere() {
        return new NotHere(
                "This export was removed, or is somebody else's. Exports go when you sign out, or an"
                        + " hour after they are complete. Ask for it anew where it is shown.");
    }

    @PostMapping("/{id}/{verb:cancel|remove}")
    String end(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @PathVariable String verb,
            HttpServletRequest request) {
        if (Desk.isShownAgain(request)) {
            return "redirect:" + PATH + "/{ws}/exports";
        }
        Shelf shelf = desk.shelf(visitor, request.getSession());
        Export export = shelf.find(ws, id).orElseThrow(ExportsController::notHere);
        if (verb.equals("cancel")) {
            export.cancel();
        } else {
            shelf.remove(export);
        }
        return "redirect:" + PATH + "/{ws}/exports";
    }
}
