package io.keyledger.console.report;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The access review: who may do what, by which ways, and when it was last needed. */
@Controller
@RequestMapping("/{ws}/reports")
public class AccessReportController {

    private static final String PAGE_SIZE = "200";
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader(AccessRow.COLUMNS.toArray(String[]::new)).get();

    /** Which service users are looked at: those of a group, or long unused, or all. */
    record Filter(@Nullable String group, @Nullable String unusedDays) {

        Map<String, String> parameters(Instant now) {
            Map<String, String> parameters = new TreeMap<>(Map.of("limit", PAGE_SIZE));
            Typed.put(parameters, "group", group);
            Integer days = Typed.integer("unusedDays", unusedDays);
            if (days != null) {
                parameters.put("unusedSince", now.minus(Duration.ofDays(days)).toString());
            }
            return parameters;
        }
    }

    @ModelAttribute("section")
    String section() {
        return "reports";
    }

    @GetMapping
    String report(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("filter") Filter filter,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment,
            Model model) {
        Instant now = moment.clock();
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Directory directory = Directory.of(client, ws);
        Page<ServiceUser> page = page(client, ws, filter.parameters(now), cursor);
        model.addAttribute("directory", directory);
        model.addAttribute("made", now);
        model.addAttribute("page", page);
        model.addAttribute(
                "rows",
                page.items().stream().map(user -> AccessRow.of(user, directory, moment)).toList());
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
        Map<String, String> parameters = filter.parameters(moment.clock());
        Directory directory = Directory.of(client, ws);
        Stream<ServiceUser> users = Page.stream(cursor -> page(client, ws, parameters, cursor));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName(ws, moment)).build().toString());
        try (CSVPrinter printer = CSV.print(response.getWriter())) {
            printer.printRecords(users.map(user -> AccessRow.of(user, directory, moment).cells()));
        }
    }

    /** Without colons, which some file systems refuse. */
    private static String fileName(String ws, Moment moment) {
        String then = moment.isPast() ? "-" + moment.sent().replace(":", "") : "";
        return "access-" + ws + then + ".csv";
    }

    private static Page<ServiceUser> page(
            KeyledgerClient client,
            String ws,
            Map<String, String> parameters,
            @Nullable String cursor) {
        Map<String, String> all = new TreeMap<>(parameters);
        Typed.put(all, "cursor", cursor);
        return client.serviceUsers().list(ws, all);
    }
}
