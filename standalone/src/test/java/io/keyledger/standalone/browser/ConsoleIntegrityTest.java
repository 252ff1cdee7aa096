package io.keyledger.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** What an auditor takes away and brings back. */
class ConsoleIntegrityTest extends InTheConsole {

    @Test
    void anAuditorTakesTheProofOfAnEntryAndIsToldWhetherItIsStillGood() throws Exception {
        user("proved");
        String auditor = personWith("[\"audit:view\",\"workspaces:view\"]", "acme", "olga");
        String entry =
                api.get("/api/v1/workspaces/acme/audit?kind=change&limit=1").text("items/0/id");
        try (BrowserContext context = signedIn(auditor)) {
            Page page = context.pages().getFirst();
            String proof = downloaded(page, entry);
            page.getByText("Check it").click();
            Locator main = page.getByRole(AriaRole.MAIN);
            assertThat(main).containsText("by the key below");
            assertThat(main).containsText("/acme/1");

            bring(page, proof);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is good");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText(entry);

            bring(page, changedByte(proof, "index "));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It proves nothing");
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("do not lead to the checkpoint's root");

            bring(page, changedByte(proof, "keyledger/"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("signature is not good");

            bring(page, "nonsense");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("does not begin with");
        }
    }

    @Test
    void aFileThatWasChosenBeforeThePagesScriptRanIsTaken() {
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            beforeItsScript(
                    page,
                    at("/acme/integrity"),
                    () -> {
                        choose(page, "chosen quickly");
                        assertThat(page.locator("#proof")).hasValue("");
                    });
            assertThat(page.locator("#proof")).hasValue("chosen quickly");
        }
    }

    @Test
    void checkpointAndGrowthAreFilesToTakeAway() throws IOException {
        user("grown");
        try (BrowserContext context = signedIn(administrator)) {
            Page page = context.pages().getFirst();
            page.navigate(at("/acme/integrity"));
            Locator signed = link(page, "Download the checkpoint");
            for (int tries = 0; signed.count() == 0 && tries < 30; tries++) {
                page.waitForTimeout(500);
                page.reload();
            }
            Download checkpoint =
                    page.waitForDownload(() -> link(page, "Download the checkpoint").click());
            Assertions.assertThat(checkpoint.suggestedFilename()).endsWith(".checkpoint");
            Assertions.assertThat(Files.readString(checkpoint.path())).startsWith("keyledger/");
            Download growth =
                    page.waitForDownload(() -> link(page, "Proof since the first one").click());
            bring(page, Files.readString(growth.path()));
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("the log was only appended to");
        }
    }

    @Test
    void whoMayNotReadTheTrailSeesNoneOfIt() {
        try (BrowserContext context = signedIn(viewer)) {
            Page page = context.pages().getFirst();
            assertThat(link(page, "Integrity")).hasCount(0);
            page.navigate(at("/acme/integrity"));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("You may not do this");
        }
    }

    /** Once it is in a checkpoint, which takes a second. */
    private String downloaded(Page page, String entry) throws IOException, InterruptedException {
        page.navigate(at("/acme/timeline/" + entry));
        Locator button = link(page, "Download the proof");
        for (int tries = 0; button.count() == 0 && tries < 20; tries++) {
            assertThat(page.getByRole(AriaRole.MAIN))
                    .containsText("Not yet in a signed checkpoint");
            Thread.sleep(500);
            page.reload();
        }
        Download file = page.waitForDownload(button::click);
        Assertions.assertThat(file.suggestedFilename()).isEqualTo(entry + ".tlog-proof");
        return Files.readString(file.path());
    }

    private void bring(Page page, String file) {
        choose(page, file);
        assertThat(page.locator("#proof")).hasValue(file);
        button(page, "Check").click();
    }

    private static void choose(Page page, String file) {
        page.getByLabel("From a file")
                .setInputFiles(
                        new FilePayload(
                                "brought.tlog-proof",
                                "text/plain",
                                file.getBytes(StandardCharsets.UTF_8)));
    }

    /** The first character behind a word is another one. */
    private static String changedByte(String file, String word) {
        int at = file.lastIndexOf("\n" + word) + 1 + word.length();
        // The path's own text has the word, too: the checkpoint begins after the empty line.
        if (word.startsWith("keyledger")) {
            at = file.indexOf("\n\nkeyledger/") + 2 + word.length();
        }
        char other = file.charAt(at) == '1' ? '2' : '1';
        return file.substring(0, at) + other + file.substring(at + 1);
    }
}
