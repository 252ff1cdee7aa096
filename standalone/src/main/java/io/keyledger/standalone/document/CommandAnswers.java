package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import java.lang.reflect.Method;
import java.util.List;

/** What commands are answered: 201 with a place, 204 without a body, or 200. */
final class CommandAnswers {

    private static final List<Headers> HEADERS =
            List.of(Headers.ETAG, Headers.CONSISTENCY_TOKEN, Headers.REPLAYED);

    private CommandAnswers() {}

    static void describe(ApiResponses responses, Method handler, boolean creates) {
        ApiResponse answer = responses.remove("200");
        if (answer == null) {
            return; // The handler says itself how it answers.
        }
        HEADERS.forEach(each -> answer.addHeaderObject(each.header(), each.answered()));
        if (creates) {
            answer.addHeaderObject(Headers.LOCATION.header(), Headers.LOCATION.answered());
            responses.addApiResponse("201", answer.description("Created"));
        } else if (handler.getGenericReturnType().getTypeName().endsWith("<java.lang.Void>")) {
            responses.addApiResponse("204", answer.description("Done"));
        } else {
            responses.addApiResponse("200", answer.description("Done"));
        }
    }
}
