package io.keyledger.console.report;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.console.page.Moment;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.util.stream.Stream;

/** The access review: who may do what, by which ways, and when it was last needed. */
@Controller
@RequestMapping("/{ws}/reports")
public class AccessReportController {

    private static final String PEOPLE = "people:view";
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader(AccessRow.COLUMNS.toArray(String[]::new)).get();

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
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Reviewed reviewed = new Reviewed(client, ws, filter, moment, visitor.may(PEOPLE, ws));
        model.addAttribute("directory", reviewed.directory());
        model.addAttribute("made", reviewed.now());
        model.addAttribute("seesPeople", reviewed.seesPeople());
        model.addAttribute("part", reviewed.part(cursor, people));
        return "report";
    }

    /** All of them as a table (RFC 4180), written as it is read. */
    @GetMapping("/access.csv")
    void table(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("filter") Filter filter,
            Moment moment,
            HttpServletResponse response)
            throws IOException {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Reviewed reviewed = new Reviewed(client, ws, filter, moment, visitor.may(PEOPLE, ws));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName(reviewed, ws, moment))
                        .build()
                        .toString());
        Stream<AccessRow> rows = reviewed.all();
        try (CSVPrinter printer = CSV.print(response.getWriter())) {
            printer.printRecords(rows.map(AccessRow::cells));
        }
    }

    /** Without colons, which some file systems refuse; it says when people are not in it. */
    private static String fileName(Reviewed reviewed, String ws, Moment moment) {
        String then = moment.isPast() ? "-" + moment.sent().replace(":", "") : "";
        return "access-" + (reviewed.seesPeople() ? "" : "of-service-users-") + ws + then + ".csv";
    }
}
