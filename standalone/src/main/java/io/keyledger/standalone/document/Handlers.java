package io.keyledger.standalone.document;

import io.keyledger.access.web.AuthenticatesItself;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.consistency.ReadsView;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Says of each operation what follows from how its handler is marked. */
final class Handlers implements OperationCustomizer {

    private static final String COMMANDS = "io.keyledger.command.";
    private static final String PERMISSION = "x-keyledger-permission";
    static final String PATH = scope(Scope.PATH);
    static final String OWN = scope(Scope.OWN);
    static final String SCOPE = "x-keyledger-scope";
    static final String IN_THIS_WORKSPACE = "in this workspace, or in system";
    static final String IN_OWN =
            "in the caller's own workspace, which is what it sees; a caller of system sees all";
    private static final String MAY_CHECK = "checks:perform";
    private static final Set<Refusals> ALWAYS =
            EnumSet.of(
                    Refusals.BAD_REQUEST,
                    Refusals.UNAUTHENTICATED,
                    Refusals.FORBIDDEN,
                    Refusals.RATE_LIMITED,
                    Refusals.NOT_RECORDED);

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        RequestMapping mapping = mapping(handler);
        boolean changes =
                !handler.hasMethodAnnotation(AuthenticatesItself.class)
                        && !List.of(mapping.method()).contains(RequestMethod.GET);
        boolean command = changes && handler.getBeanType().getName().startsWith(COMMANDS);
        boolean read = handler.hasMethodAnnotation(ReadsView.class);
        operation.setOperationId(name(handler));
        require(operation, handler.getMethodAnnotation(Requires.class));
        Set<Refusals> refusals = refusals(operation, changes);
        parameters(operation, command, read, refusals);
        ApiResponses responses = operation.getResponses();
        if (command) {
            CommandAnswers.describe(responses, handler.getMethod(), creates(mapping));
        }
        refusals.forEach(each -> responses.addApiResponse(each.status(), each.reference()));
        return operation;
    }

    private static Set<Refusals> refusals(Operation operation, boolean changes) {
        Set<Refusals> refusals = EnumSet.copyOf(ALWAYS);
        if (changes) {
            refusals.add(Refusals.CONFLICT);
        }
        if (operation.getRequestBody() != null) {
            refusals.add(Refusals.TOO_LARGE);
            refusals.add(Refusals.MEDIA_TYPE);
        }
        return refusals;
    }

    private static String name(HandlerMethod handler) {
        String type = handler.getBeanType().getSimpleName().replace("Controller", "");
        String method = handler.getMethod().getName();
        return StringUtils.uncapitalize(type) + StringUtils.capitalize(method);
    }

    private static void require(Operation operation, @Nullable Requires requires) {
        String needs = requires == null ? MAY_CHECK : requires.value();
        String where =
                requires == null
                        ? "in the workspace of the key that is asked about, or in system"
                        : switch (requires.in()) {
                            case PATH -> IN_THIS_WORKSPACE;
                            case SYSTEM -> "in system";
                            case OWN -> IN_OWN;
                        };
        String sentence = "Needs `" + needs + "` " + where + ".";
        String said = operation.getDescription();
        operation.addExtension(PERMISSION, needs);
        operation.addExtension(SCOPE, requires == null ? "key" : scope(requires.in()));
        operation.setDescription(said == null ? sentence : said + "\n\n" + sentence);
    }

    private static String scope(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private static void parameters(
            Operation operation, boolean command, boolean read, Set<Refusals> refusals) {
        List<Parameter> all =
                new ArrayList<>(Objects.requireNonNullElse(operation.getParameters(), List.of()));
        if (all.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            refusals.add(Refusals.NOT_FOUND);
        }
        if (all.removeIf(each -> Headers.IF_MATCH.header().equals(each.getName()))) {
            all.add(Headers.IF_MATCH.parameter());
            refusals.add(Refusals.STALE);
        }
        if (command) {
            all.add(Headers.IDEMPOTENCY_KEY.parameter());
            all.add(Headers.REASON.parameter());
            refusals.add(Refusals.REUSED);
        }
        if (read) {
            all.add(Headers.CONSISTENCY_TOKEN.parameter());
            refusals.add(Refusals.GONE);
        }
        operation.setParameters(all);
    }

    /** A POST to a collection itself puts something into it. */
    private static boolean creates(RequestMapping mapping) {
        return mapping.path().length == 0 && List.of(mapping.method()).contains(RequestMethod.POST);
    }

    private static RequestMapping mapping(HandlerMethod handler) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(
                        handler.getMethod(), RequestMapping.class));
    }
}
