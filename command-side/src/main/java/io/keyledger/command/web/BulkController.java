package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.idempotency.RepeatableRequest;
import io.keyledger.command.platform.Conflict;
import io.keyledger.command.platform.Unavailable;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.serviceuser.ServiceUserCommand;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** One command to many service users: each is decided, and written, by itself. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}")
@Tag(name = "Service users")
class BulkController {

    private final Desk desk;
    private final IdempotencyKey key;

    BulkController(Desk desk, IdempotencyKey key) {
        this.desk = desk;
        this.key = key;
    }

    @PostMapping("/service-users:bulk")
    @Requires("service-users:manage")
    @Operation(
            summary = "Do the same to up to 500 service users, each by itself",
            description =
                    "Refusing one leaves the others as they are; all are on record under one"
                            + " correlation id. Repeated with its Idempotency-Key, the request does"
                            + " what was refused or not come to before, and nothing twice.")
    ResponseEntity<Items> bulk(@PathVariable String ws, @RequestBody BulkBody body, Caller caller) {
        Function<UUID, ServiceUserCommand> commands = body.commands(ws);
        List<String> ids = body.distinctIds();
        RepeatableRequest request = key.of(caller);
        List<ResponseEntity<BulkItem>> answers = new ArrayList<>();
        for (String id : ids) {
            RepeatableRequest part = request == null ? null : request.part(answers.size() + 1);
            answers.add(one(id, commands, caller, part));
        }
        return Items.of(answers);
    }

    private ResponseEntity<BulkItem> one(
            String id,
            Function<UUID, ServiceUserCommand> commands,
            Caller caller,
            @Nullable RepeatableRequest part) {
        try {
            return desk.send(
                    commands.apply(Ids.serviceUser(id)),
                    caller,
                    new Reply<>(200, null, BulkItem.class, it -> BulkItem.of(id, it)),
                    part);
        } catch (Rejected rejected) {
            if (rejected.code() == RejectionCode.IDEMPOTENCY_KEY_REUSED
                    || rejected.code() == RejectionCode.REQUEST_IN_PROGRESS) {
                throw rejected; // what is wrong with the request is not wrong with one item
            }
            return ResponseEntity.ok(BulkItem.refused(id, Refusals.of(rejected)));
        } catch (Conflict conflict) {
            return ResponseEntity.ok(BulkItem.refused(id, Refusals.of(conflict)));
        } catch (Unavailable unavailable) {
            return ResponseEntity.ok(BulkItem.refused(id, Refusals.of(unavailable)));
        }
    }

    record Items(List<BulkItem> items) {

        /** With the token of what was written last: whoever has seen that has seen all. */
        static ResponseEntity<Items> of(List<ResponseEntity<BulkItem>> answers) {
            List<BulkItem> items = new ArrayList<>();
            ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
            String token = null;
            boolean replayed = true;
            for (ResponseEntity<BulkItem> each : answers) {
                BulkItem item = each.getBody();
                if (item == null) {
                    continue;
                }
                items.add(item);
                replayed &= each.getHeaders().containsHeader(Reply.REPLAYED);
                if (token == null || item.status().equals(BulkItem.CHANGED)) {
                    token = each.getHeaders().getFirst(Reply.TOKEN);
                }
            }
            if (token != null) {
                answer.header(Reply.TOKEN, token);
            }
            if (replayed) {
                answer.header(Reply.REPLAYED, "true");
            }
            return answer.body(new Items(items));
        }
    }
}
