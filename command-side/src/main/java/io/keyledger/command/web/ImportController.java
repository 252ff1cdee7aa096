package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.api.ApiCommand.ImportRoutes;
import io.keyledger.command.api.ImportPlan;
import io.keyledger.command.openapi.OpenApiDocument;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** Imports routes from OpenAPI documents: first a plan, then, if wanted, exactly that. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/apis")
@Tag(name = "APIs and routes")
class ImportController {

    private static final String DOCUMENT =
            """
            {"openapi": "3.1.0", "info": {"title": "Catalogue", "version": "1"},
             "paths": {"/v1/assets/{id}": {"get": {
               "x-keyledger-permission": "catalog.assets:view"}}}}""";

    private final Desk desk;

    ImportController(Desk desk) {
        this.desk = desk;
    }

    @PostMapping(
            path = "/{id}:import",
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/openapi+json",
                "application/vnd.oai.openapi+json",
                MediaType.APPLICATION_YAML_VALUE,
                "application/x-yaml",
                "text/yaml",
                "application/openapi+yaml",
                "application/vnd.oai.openapi",
                "application/vnd.oai.openapi+yaml"
            })
    @Requires("routes:manage")
    @Operation(
            summary = "Plan, or do, what makes an API's routes those of an OpenAPI document",
            description =
                    "Reads OpenAPI 3.0, 3.1 and 2.0. x-keyledger-permission or"
                            + " x-keyledger-public: true, on operation, path or document, say what"
                            + " an operation requires. Answers a plan; applying it is all or nothing"
                            + " and needs the ETag that came with the plan.")
    ResponseEntity<ImportBodies.Plan> read(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(DOCUMENT)))
                    byte[] document,
            @RequestHeader("Content-Type") @Parameter(hidden = true) MediaType contentType,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            @Parameter(description = "Put before paths instead of the servers' base path")
                    @RequestParam(required = false)
                    @Nullable String prefix,
            @Parameter(
                            description =
                                    "Required, with :view for GET and :manage else, of what the document says nothing",
                            example = "catalog.assets")
                    @RequestParam(required = false)
                    @Nullable String permissionPrefix,
            @RequestParam(defaultValue = "false") boolean prune,
            @RequestParam(defaultValue = "false") boolean apply,
            @Parameter(description = "Version of the API that the plan was made of")
                    @RequestParam(required = false)
                    @Nullable String basedOn,
            Caller caller) {
        UUID api = Ids.api(id);
        ExpectedVersions version = basedOn(apply, basedOn, ifMatch);
        return desk.told(
                new ImportRoutes(
                        ws,
                        api,
                        OpenApiDocument.routes(
                                document,
                                !contentType.getSubtype().contains("json"),
                                prefix,
                                permissionPrefix),
                        prune,
                        apply,
                        version),
                caller,
                ImportPlan.class,
                ImportBodies.Plan.class,
                plan -> ImportBodies.plan(plan, apply));
    }

    private static @Nullable ExpectedVersions basedOn(
            boolean apply, @Nullable String basedOn, @Nullable String ifMatch) {
        String quoted = basedOn == null || basedOn.startsWith("\"") ? basedOn : '"' + basedOn + '"';
        ExpectedVersions version = IfMatch.version(quoted == null ? ifMatch : quoted);
        if (apply && version == null) {
            throw Fields.invalid("basedOn", "must be the ETag of the plan that is applied");
        }
        return version;
    }
}
