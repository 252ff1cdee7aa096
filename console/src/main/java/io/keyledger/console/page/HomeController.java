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
        return begin(visitor, visitor.home());
    }

    @GetMapping({"/{ws}", "/{ws}/"})
    String workspace(@AuthenticationPrincipal Visitor visitor, @PathVariable String ws) {
        return begin(visitor, ws);
    }

    private static String begin(Visitor visitor, String ws) {
        boolean access = visitor.may("service-users:view", ws);
        return "redirect:" + PATH + "/" + ws + (access ? "/service-users" : "/timeline");
    }
}
