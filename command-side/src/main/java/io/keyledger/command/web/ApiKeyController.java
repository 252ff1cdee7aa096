package io.keyledger.command.web;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.RegenerateSecret;
import io.keyledger.command.serviceuser.ServiceUserCommand.RenameApiKey;
import io.keyledger.command.web.Desk.Changed;
import io.keyledger.shared.id.IdGenerator;
import io.keyledger.shared.id.KeyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.SecureRandom;
import java.time.Instant;

/** Commands to API keys. A secret is made here, answered once, and goes nowhere else. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/service-users/{id}/keys")
@Tag(name = "API keys")
class ApiKeyController {

    private final Desk desk;
    private final IdGenerator ids;
    private final SecretHasher hasher;
    private final SecureRandom random = new SecureRandom();

    ApiKeyController(Desk desk, IdGenerator ids, SecretHasher hasher) {
        this.desk = desk;
        this.ids = ids;
        this.hasher = hasher;
    }

    @PostMapping
    @Requires("api-keys:manage")
    @Operation(summary = "Generate a key; the only time its secret is shown")
    ResponseEntity<GeneratedKey> generate(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestBody NewKey body,
            Caller caller) {
        ApiKeyText text = ApiKeyText.generate(KeyId.of(ids.next()), random);
        GenerateApiKey command =
                new GenerateApiKey(
                        ws,
                        Ids.serviceUser(id),
                        text.keyId(),
                        Fields.name("name", body.name()),
                        hasher.hash(text),
                        Fields.time("expiresAt", body.expiresAt()));
        return desk.created(
                command,
                caller,
                "/api/v1/workspaces/%s/service-users/%s/keys/%s".formatted(ws, id, text.keyId()),
                GeneratedKey.class,
                made ->
                        new GeneratedKey(
                                text.keyId(),
                                command.name(),
                                text.secretWithChecksum(),
                                text.reveal(),
                                command.expiresAt(),
                                made.at()));
    }

    @PostMapping("/{keyId}:regenerate")
    @Requires("api-keys:manage")
    @Operation(summary = "Give a key another secret, shown once; its id, name and expiry stay")
    ResponseEntity<RegeneratedKey> regenerate(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String keyId,
            @RequestBody(required = false) @Nullable Overlap body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        ApiKeyText text = ApiKeyText.generate(Ids.key(keyId), random);
        Long overlap = body == null ? null : body.overlapSeconds();
        RegenerateSecret command =
                new RegenerateSecret(
                        ws,
                        Ids.serviceUser(id),
                        keyId,
                        hasher.hash(text),
                        overlap == null ? 0 : overlap,
                        IfMatch.version(ifMatch));
        return desk.answered(
                command,
                caller,
                RegeneratedKey.class,
                made ->
                        new RegeneratedKey(
                                keyId, text.secretWithChecksum(), text.reveal(), made.at()));
    }

    @PatchMapping("/{keyId}")
    @Requires("api-keys:manage")
    @Operation(summary = "Rename a key")
    ResponseEntity<Changed> rename(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String keyId,
            @RequestBody KeyEdit body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new RenameApiKey(
                        ws,
                        Ids.serviceUser(id),
                        Ids.key(keyId),
                        Fields.name("name", body.name()),
                        IfMatch.version(ifMatch)),
                caller,
                keyId);
    }

    @PostMapping("/{keyId}:disable")
    @Requires("api-keys:manage")
    @Operation(summary = "Refuse a key, at once")
    ResponseEntity<Changed> disable(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String keyId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new DisableApiKey(
                        ws, Ids.serviceUser(id), Ids.key(keyId), IfMatch.version(ifMatch)),
                caller,
                keyId);
    }

    @PostMapping("/{keyId}:enable")
    @Requires("api-keys:manage")
    @Operation(summary = "Let a disabled key be used again")
    ResponseEntity<Changed> enable(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String keyId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new EnableApiKey(ws, Ids.serviceUser(id), Ids.key(keyId), IfMatch.version(ifMatch)),
                caller,
                keyId);
    }

    @DeleteMapping("/{keyId}")
    @Requires("api-keys:manage")
    @Operation(summary = "Delete a key; its place is free, its id is never used again")
    ResponseEntity<Void> delete(
            @PathVariable String ws,
            @PathVariable String id,
            @PathVariable String keyId,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(
                new DeleteApiKey(ws, Ids.serviceUser(id), Ids.key(keyId), IfMatch.version(ifMatch)),
                caller);
    }

    record NewKey(@Nullable String name, @Nullable Instant expiresAt) {}

    record KeyEdit(@Nullable String name) {}

    record Overlap(@Nullable Long overlapSeconds) {}

    /**
     * A new key with its secret; {@code secret} carries the checksum, {@code key} is the whole
     * text. Both are null when the answer is given again.
     */
    record GeneratedKey(
            String keyId,
            String name,
            @Nullable String secret,
            @Nullable String key,
            @Nullable Instant expiresAt,
            Instant createdAt)
            implements HoldsSecret {

        @Override
        public GeneratedKey withoutSecret() {
            return new GeneratedKey(keyId, name, null, null, expiresAt, createdAt);
        }

        @Override
        public String toString() {
            return "GeneratedKey[" + keyId + "]";
        }
    }

    /** A key with its new secret; both texts are null when the answer is given again. */
    record RegeneratedKey(
            String keyId, @Nullable String secret, @Nullable String key, Instant secretChangedAt)
            implements HoldsSecret {

        @Override
        public RegeneratedKey withoutSecret() {
            return new RegeneratedKey(keyId, null, null, secretChangedAt);
        }

        @Override
        public String toString() {
            return "RegeneratedKey[" + keyId + "]";
        }
    }
}
