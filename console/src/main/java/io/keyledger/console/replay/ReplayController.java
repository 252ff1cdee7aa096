package io.keyledger.console.replay;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.Replays;
import io.keyledger.client.api.Replays.NewReplay;
import io.keyledger.client.api.Replays.Replay;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.signin.Visitor;

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

import java.util.List;
import java.util.UUID;

/** Rebuilding views. It concerns all workspaces, whichever is looked at. */
@Controller
@RequestMapping("/{ws}/replays")
public class ReplayController {

    @ModelAttribute("section")
    String section() {
        return "replays";
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Model model) {
        List<Progress> replays =
                visitor.client().replays().list().items().stream().map(Progress::new).toList();
        model.addAttribute("replays", replays);
        model.addAttribute("running", replays.stream().anyMatch(Progress::isRunning));
        return "replays" + ("replays".equals(part) ? " :: list" : "");
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam String view,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next,
                () -> {
                    visitor.client().replays().start(new NewReplay(view));
                    return "The rebuild has begun; it goes on if you leave this page.";
                });
        return "redirect:" + PATH + "/{ws}/replays";
    }

    /** Of one that is over nothing changes. */
    @PostMapping("/{id}/{verb:pause|resume|cancel}")
    String move(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @PathVariable String verb,
            RedirectAttributes next) {
        Refusal.tellNextPage(next, () -> move(visitor.client().replays(), id, verb));
        return "redirect:" + PATH + "/{ws}/replays";
    }

    private static String move(Replays replays, UUID id, String verb) {
        Replay moved =
                switch (verb) {
                    case "pause" -> replays.pause(id);
                    case "resume" -> replays.resume(id);
                    default -> replays.cancel(id);
                };
        return "The replay of %s is %s.".formatted(moved.view(), moved.state());
    }
}
