package io.keyledger.console.integrity;

import io.keyledger.client.api.MerkleLogs.Checkpoint;
import io.keyledger.console.page.Typed;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Files to take away, which are checked without Keyledger. */
@Controller
public class DownloadController {

    @GetMapping("/{ws}/timeline/{id}/proof")
    ResponseEntity<byte[]> proof(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable String id) {
        return file(id + ".tlog-proof", visitor.client().merkleLogs().proof(ws, id));
    }

    @GetMapping("/{ws}/integrity/checkpoint")
    ResponseEntity<byte[]> checkpoint(
            @AuthenticationPrincipal Visitor visitor, @PathVariable String ws) {
        Checkpoint last = visitor.client().merkleLogs().get(ws).checkpoint();
        if (last == null) {
            throw new Unreadable("nothing was signed yet");
        }
        return file(
                ws + "-" + last.size() + ".checkpoint",
                last.note().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{ws}/integrity/consistency")
    ResponseEntity<byte[]> consistency(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String from) {
        Map<String, String> sizes = new TreeMap<>();
        Typed.put(sizes, "from", from);
        return file(ws + ".consistency", visitor.client().merkleLogs().consistency(ws, sizes));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
