package io.keyledger.query.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Caller;
import io.keyledger.query.Repositories;
import io.keyledger.query.keyuse.KeyUsages;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.projection.ParkedStreams;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/** The reading API over real queries; who may call is not its concern, so every caller may. */
public final class Api implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final AnnotationConfigWebApplicationContext context =
            new AnnotationConfigWebApplicationContext();
    private final MockMvc mvc;

    public Api(DataSource queryDataSource) {
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(
                beans -> beans.registerSingleton("queryDataSource", queryDataSource));
        context.register(Repositories.configuration(), Web.class);
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    /** An answer: status, some headers, and the body as JSON and as it came. */
    public record Answer(
            int status,
            @Nullable String eTag,
            @Nullable String positions,
            JsonNode body,
            String text) {}

    public Answer read(String path) throws Exception {
        return readFrom("system", path);
    }

    public Answer readFrom(String callersWorkspace, String path) throws Exception {
        String[] parts = path.split("\\?", 2);
        var request = get(URI.create(parts[0]));
        if (parts.length > 1) {
            for (String parameter : parts[1].split("&")) {
                String[] pair = parameter.split("=", 2);
                request.param(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        request.requestAttr("workspace", callersWorkspace);
        return answer(request);
    }

    /** What is asked with a body, which is no change either. */
    public Answer ask(String path, String json) throws Exception {
        return answer(
                post(URI.create(path))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .requestAttr("workspace", "system"));
    }

    private Answer answer(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        String type = response.getContentType();
        JsonNode body =
                type != null && type.startsWith("text/csv")
                        ? JSON.getNodeFactory().missingNode()
                        : JSON.readTree(text);
        return new Answer(
                response.getStatus(),
                response.getHeader("ETag"),
                response.getHeader("Ledger-Positions"),
                body,
                text);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Registered by name, so that no scan of the whole side finds it. */
    @EnableWebMvc
    @ComponentScan(
            basePackages = {
                "io.keyledger.query.activity",
                "io.keyledger.query.apikey",
                "io.keyledger.query.audit",
                "io.keyledger.query.consistency",
                "io.keyledger.query.current",
                "io.keyledger.query.parameter",
                "io.keyledger.query.permissions",
                "io.keyledger.query.reach",
                "io.keyledger.query.person",
                "io.keyledger.query.personal",
                "io.keyledger.query.api",
                "io.keyledger.query.policy",
                "io.keyledger.query.role",
                "io.keyledger.query.routeuse",
                "io.keyledger.query.serviceuser",
                "io.keyledger.query.usergroup",
                "io.keyledger.query.workspace"
            },
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Configuration"))
    @Import({KeyUsages.class, ParkedStreams.class, Signals.class})
    static class Web implements WebMvcConfigurer {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new AnyCaller());
        }

        @Bean
        Problems problems() {
            return new Problems();
        }
    }

    @RestControllerAdvice
    static class Problems {

        @ExceptionHandler
        ResponseEntity<Map<String, Object>> answer(ApiProblem problem) {
            Map<String, Object> body = new HashMap<>();
            body.put("code", problem.code());
            body.put("field", problem.field());
            return ResponseEntity.status(problem.status()).body(body);
        }
    }

    private static final class AnyCaller implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String workspace = (String) request.getAttribute("workspace", 0);
            return new Caller(
                    new KeyHolder(
                            LedgerFixture.ADMIN, "admin", String.valueOf(workspace), "adminkey"),
                    null,
                    null,
                    new UUID(0, 1),
                    null,
                    null);
        }
    }
}
