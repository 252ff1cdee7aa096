package io.keyledger.console.page;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.signin.Visitor;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where somebody begins. */
@Controller
public class HomeController {

    @GetMapping({"", "/"})
    String home(@AuthenticationPrincipal Visitor visitor) {
        return begin(visitor, visitor.home(), Moment.NOW);
    }

    @GetMapping({"/{ws}", "/{ws}/"})
    String workspace(
            @AuthenticationPrincipal Visitor visitor, @PathVariable String ws, Moment moment) {
        return begin(visitor, ws, moment);
    }

    private static String begin(Visitor visitor, String ws, Moment moment) {
        return "redirect:" + PATH + "/" + ws + "/" + Section.home(visitor, ws, moment);
    }
}
