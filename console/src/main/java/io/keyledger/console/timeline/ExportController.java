package io.keyledger.console.timeline;

import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** All that a timeline's filters let pass, as a table to take away, handed on as it comes. */
@Controller
public class ExportController {

    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);

    @GetMapping("/{ws}/timeline.csv")
    void table(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        visitor.client()
                .auditTables()
                .read(ws, Looked.of(ws, sent).filters(), table -> answer(response, ws, table));
    }

    /** What breaks off on its way has no last line, which says that it is complete. */
    private static void answer(HttpServletResponse response, String ws, InputStream table)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("audit-" + ws + ".csv")
                        .build()
                        .toString());
        try {
            table.transferTo(response.getOutputStream());
        } catch (IOException e) {
            if (!response.isCommitted()) {
                response.resetBuffer();
                throw e;
            }
            LOG.warn("An export broke off: {}", e.getClass().getName());
        }
    }
}
