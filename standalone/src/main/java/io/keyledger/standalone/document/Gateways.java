package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import java.util.List;

/**
 * Forward authentication, which is asked and answered by headers alone and so is no handler that
 * could be read; its own document is {@code docs/gateways.md}.
 */
final class Gateways {

    static final String PATH = "/auth";

    private static final int LONGEST = 8_192;

    private Gateways() {}

    static void describeIn(OpenAPI document) {
        document.getPaths().addPathItem(PATH, new PathItem().get(operation()));
    }

    private static Operation operation() {
        Operation operation =
                new Operation()
                        .operationId("gatewayAuth")
                        .addTagsItem("Checks")
                        .summary("Whether a request that a gateway passes on may go on")
                        .description(
                                "Asked by GET or HEAD. `Authorization` and `X-API-Key` are the"
                                        + " client's. Method and path of its request are told by one"
                                        + " of two sets of headers; with headers of both, or one"
                                        + " twice, it is about no path, which no route allows. Envoy"
                                        + " asks by any method at `/auth/envoy/`, with the path behind"
                                        + " it, and names the API in `Keyledger-Gateway-Api`."
                                        + "\n\nNeeds `checks:perform` of the gateway's own key, in the"
                                        + " workspace of the key that is asked about, or in system.");
        operation.addExtension("x-keyledger-permission", "checks:perform");
        operation.addExtension(Handlers.SCOPE, "key");
        asked().forEach(operation::addParametersItem);
        return operation.responses(answers());
    }

    private static List<Parameter> asked() {
        return List.of(
                header("Keyledger-Gateway-Key", "The gateway's own key", "kl_…").required(true),
                header("X-Original-Method", "Of the client's request, as nginx tells it", "GET"),
                header("X-Original-URI", "Path and query, as nginx tells them", "/v1/assets/7"),
                header("X-Real-IP", "The client's address, as nginx tells it", "192.0.2.7"),
                header("X-Forwarded-Method", "The same, as Traefik and Caddy tell it", "GET"),
                header("X-Forwarded-Uri", "The same, as Traefik and Caddy tell it", "/v1/assets/7"),
                header("X-Forwarded-For", "The same, as Traefik and Caddy tell it", "192.0.2.7"),
                query("api", "Name of the API, where several have the path", "catalog"),
                query(
                        "permission",
                        "A permission, whatever the path is; without api",
                        "catalog.assets:view"));
    }

    private static ApiResponses answers() {
        ApiResponse allowed = new ApiResponse().description("It may go on: by whose key, it says");
        return new ApiResponses()
                .addApiResponse("200", recorded(allowed))
                .addApiResponse("401", unauthenticated())
                .addApiResponse("403", recorded(forbidden()))
                .addApiResponse("503", unavailable());
    }

    private static ApiResponse unauthenticated() {
        ApiResponse refused =
                new ApiResponse().description("No key was shown, or one that is refused");
        refused.addHeaderObject("WWW-Authenticate", text("Bearer"));
        return recorded(refused);
    }

    private static ApiResponse forbidden() {
        ApiResponse refused =
                new ApiResponse()
                        .description(
                                "The key may not do this; or, by a reason that begins with gateway-"
                                        + " or is misconfigured, the gateway may not ask this");
        refused.addHeaderObject("Retry-After", text("Seconds, when a policy's rate is used up"));
        return refused;
    }

    private static ApiResponse unavailable() {
        ApiResponse unavailable =
                new ApiResponse().description("It could not be recorded: nothing was decided");
        unavailable.addHeaderObject(
                "Keyledger-Reason", text("not-recorded, or overloaded where too many checks wait"));
        unavailable.addHeaderObject("Retry-After", text("Seconds"));
        return unavailable;
    }

    private static ApiResponse recorded(ApiResponse answer) {
        answer.addHeaderObject("Keyledger-Reason", text("allowed, or why not"));
        answer.addHeaderObject(
                "Keyledger-Service-User", text("Whose key it is, by id, if that is known"));
        answer.addHeaderObject("Keyledger-Workspace", text("The service user's"));
        answer.addHeaderObject("Keyledger-Key-Id", text("Id of the key, if it is known"));
        answer.addHeaderObject(
                "Keyledger-Record-Id",
                text("Of the recorded use, if it came to one; not told of an unknown-key"));
        return answer;
    }

    private static Parameter header(String name, String description, String example) {
        return parameter("header", name, description, example);
    }

    private static Parameter query(String name, String description, String example) {
        return parameter("query", name, description, example);
    }

    private static Parameter parameter(String in, String name, String description, String example) {
        return new Parameter()
                .in(in)
                .name(name)
                .required(false)
                .description(description)
                .schema(new StringSchema().maxLength(LONGEST).example(example));
    }

    private static Header text(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
