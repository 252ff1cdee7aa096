package io.keyledger.console.report;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.export.Desk;
import io.keyledger.console.export.Wanted;
import io.keyledger.console.page.Address;
import io.keyledger.console.page.Moment;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The access review: who may do what, by which ways, and when it was last needed. */
@Controller
@RequestMapping("/{ws}/reports")
public class AccessReportController {

    private final Desk desk;

    AccessReportController(Desk desk) {
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "reports";
    }

    /** A page of service users; after the last of these, people. */
    @GetMapping
    String report(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("filter") Filter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String people,
            Moment moment,
            Model model) {
        Reviewed reviewed = Reviewed.by(visitor, ws, filter, moment);
        model.addAttribute("directory", reviewed.directory());
        model.addAttribute("made", reviewed.now());
        model.addAttribute("seesPeople", reviewed.seesPeople());
        model.addAttribute("part", reviewed.part(cursor, people));
        return "report";
    }

    /** All of them as a table to take away. */
    @PostMapping("/access.csv")
    @Nullable String take(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("filter") Filter filter,
            Moment moment,
            HttpServletRequest request,
            HttpServletResponse response) {
        Reviewed reviewed = Reviewed.by(visitor, ws, filter, moment);
        String page = PATH + "/" + ws + "/reports";
        Wanted wanted =
                new Wanted(
                        ws,
                        "Access review",
                        filter.named(reviewed.directory(), moment),
                        fileName(reviewed, ws, moment),
                        reviewed.rights(),
                        new Address(page, filter.asked(moment)).text(),
                        new Address(page + "/access.csv", filter.asked(moment)).text());
        return desk.take(visitor, wanted, new ReviewTable(reviewed), request, response);
    }

    /** Without colons, which some file systems refuse; it says when people are not in it. */
    private static String fileName(Reviewed reviewed, String ws, Moment moment) {
        String then = moment.isPast() ? "-" + moment.sent().replace(":", "") : "";
        return "access-" + (reviewed.seesPeople() ? "" : "of-service-users-") + ws + then + ".csv";
    }
}
