package io.keyledger.console.export;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.Presence;
import io.keyledger.console.export.Export.State;
import io.keyledger.console.export.FakeApi.End;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Exports from an API that says nothing any more, or is not waited for any more. */
class SilentApiTest {

    private static final Wanted WANTED =
            new Wanted("acme", "Timeline", Map.of(), "a.csv", Set.of(), "/", "/");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeApi api = new FakeApi();
    private final Presence presence = Presence.of(api::address);
    private final Room room = new Room(new Room.Bounds(20, 2, 1 << 20, 1 << 20));
    private final Shelf shelf = new Shelf("ada", room, Duration.ofHours(1));

    @AfterEach
    void close() {
        shelf.close();
        api.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "ONCE_LET"})
    void oneThatSaysNothingForTooLongEndsItWithASentence(End end) throws IOException {
        api.end = end;
        Export export = export(Duration.ofMillis(2_200));
        assertThat(export.isOverWithin(LONG)).isTrue();
        assertThat(export.state()).isEqualTo(State.FAILED);
        assertThat(Line.of(export, Instant.now()).why())
                .startsWith("Keyledger took the request and then said nothing for too long");
        assertThat(api.reads()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "ONCE_LET"})
    void cancellingTakesTheApiForAwayBeforeNobody(End end)
            throws IOException, InterruptedException {
        api.end = end;
        Export export = export(LONG);
        while (api.reads() == 0) {
            Thread.sleep(5);
        }
        export.cancel();
        assertThat(export.isOverWithin(LONG)).isTrue();
        assertThat(export.state()).isEqualTo(State.CANCELLED);
        presence.require();
    }

    @Test
    void whatComesInTimeIsComplete() throws IOException {
        Export export = export(LONG);
        assertThat(export.isOverWithin(LONG)).isTrue();
        assertThat(export.state()).isEqualTo(State.COMPLETE);
        assertThat(export.spool().reader())
                .asString(UTF_8)
                .isEqualTo(FakeApi.HEADING + FakeApi.FIRST + FakeApi.REST);
    }

    private Export export(Duration silence) throws IOException {
        KeyledgerClient client = KeyledgerClient.of(presence, () -> "kl_key");
        Table table =
                (out, _) ->
                        client.auditTables(silence)
                                .read("acme", Map.of(), (rows, _) -> rows.transferTo(out));
        return shelf.start(WANTED, table, "ada");
    }
}
