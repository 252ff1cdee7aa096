package io.keyledger.command.web;

import io.keyledger.access.journal.PersonalValue;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.workspace.WorkspaceCommand.ErasePersonalValues;
import io.keyledger.command.workspace.WorkspaceCommands.Erased;
import io.keyledger.shared.record.PersonalKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Erasing personal values. */
@RestController
@Tag(name = "Personal values")
class PersonalValueController {

    private static final int LENGTH = 512;

    private final Desk desk;

    PersonalValueController(Desk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/workspaces/{ws}/personal-values:erase")
    @Requires("personal-values:erase")
    @Operation(
            summary =
                    "Erase addresses, user agents, reasons or people's names from all records of a"
                            + " workspace, for ever; hashes and proofs stay valid")
    ResponseEntity<Erased> erase(
            @PathVariable String ws, @RequestBody Erasure body, Caller caller) {
        List<@Nullable Value> values = Objects.requireNonNullElse(body.values(), List.of());
        ErasePersonalValues command =
                new ErasePersonalValues(
                        ws,
                        IntStream.range(0, values.size())
                                .mapToObj(i -> value(ws, i, values.get(i)))
                                .toList());
        return desk.told(command, caller, Erased.class, Erased.class, erased -> erased);
    }

    /** What to erase, 1 to 100 values, each exactly as the audit trail shows it. */
    record Erasure(@Nullable List<@Nullable Value> values) {}

    record Value(
            @Schema(
                            allowableValues = {"address", "user-agent", "reason", "person-name"},
                            example = "address")
                    @Nullable String kind,
            @Schema(example = "192.0.2.7", maxLength = LENGTH) @Nullable String value) {}

    private static PersonalValue value(String workspace, int index, @Nullable Value given) {
        String field = "values[" + index + "]";
        if (given == null) {
            throw Fields.invalid(field, "must be given");
        }
        PersonalKind kind = kind(field + ".kind", given.kind());
        String text = given.value();
        if (text == null || text.isEmpty() || text.length() > LENGTH) {
            throw Fields.invalid(field + ".value", "must be 1 to " + LENGTH + " characters");
        }
        return new PersonalValue(workspace, kind, asStored(field + ".value", kind, text));
    }

    private static PersonalKind kind(String field, @Nullable String name) {
        return Arrays.stream(PersonalKind.values())
                .filter(kind -> kind.storedName().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Fields.invalid(
                                        field,
                                        "must be one of "
                                                + Arrays.stream(PersonalKind.values())
                                                        .map(PersonalKind::storedName)
                                                        .collect(Collectors.joining(", "))));
    }

    /** Addresses have many spellings. */
    private static String asStored(String field, PersonalKind kind, String text) {
        return kind == PersonalKind.ADDRESS
                ? SourceAddress.parse(text)
                        .map(SourceAddress::text)
                        .orElseThrow(() -> Fields.invalid(field, "must be an IP address"))
                : text;
    }
}
