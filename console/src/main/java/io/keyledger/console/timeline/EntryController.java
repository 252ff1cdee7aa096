package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Audit.StoredRecord;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Section;
import io.keyledger.console.signin.Visitor;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.List;
import java.util.Map;

/** One entry of the audit trail, and what is stored of it. */
@Controller
public class EntryController {

    @ModelAttribute("section")
    String section() {
        return "timeline";
    }

    @GetMapping("/{ws}/timeline/{id}")
    String entry(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable String id,
            Model model) {
        Audit audit = visitor.client().audit();
        Entry entry = audit.get(ws, id);
        StoredRecord record = audit.record(ws, id);
        Map<String, String> names = Directory.of(visitor, ws).names();
        model.addAttribute("entry", entry);
        model.addAttribute("sentence", Sentences.of(List.of(entry), names).getFirst());
        model.addAttribute("refusal", Refusals.sentence(entry.reason()));
        model.addAttribute("fields", Difference.of(entry, names));
        PageOf page = PageOf.of(entry);
        model.addAttribute("page", page);
        model.addAttribute("opens", page != null && Section.opens(visitor, ws, page.path()));
        model.addAttribute("record", record);
        model.addAttribute("log", visitor.client().merkleLogs().get(ws));
        model.addAttribute("stored", Stored.of(record));
        model.addAttribute(
                "decidedOn",
                record.decision() == null
                        ? List.of()
                        : DecidedOn.of(record.decision(), entry, names));
        return "entry";
    }
}
