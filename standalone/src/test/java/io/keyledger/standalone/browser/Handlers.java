package io.keyledger.standalone.browser;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import java.util.List;
import java.util.stream.Stream;

/** Everything that the console answers to, read from its controllers, so that none is forgotten. */
final class Handlers {

    /** Whether the service lives, which is answered outside of the console. */
    private static final String NOT_OF_IT = "/health/live";

    private static final MetadataLookup<RequestMapping> MAPPED =
            method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);

    private Handlers() {}

    /**
     * What is answered.
     *
     * @param path below the console's, with variables in braces
     */
    record Handler(RequestMethod method, String path) {}

    static List<Handler> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class, false));
        return scanner.findCandidateComponents("io.keyledger.console").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .flatMap(Handlers::of)
                .filter(it -> !it.path().equals(NOT_OF_IT))
                .distinct()
                .toList();
    }

    static List<String> paths(RequestMethod method) {
        return all().stream()
                .filter(it -> it.method() == method)
                .map(Handler::path)
                .sorted()
                .toList();
    }

    private static Stream<Handler> of(Class<?> controller) {
        RequestMapping below =
                AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        List<String> starts = below == null ? List.of("") : List.of(below.path());
        return MethodIntrospector.selectMethods(controller, MAPPED).values().stream()
                .flatMap(mapped -> handlers(starts, mapped));
    }

    private static Stream<Handler> handlers(List<String> starts, RequestMapping mapped) {
        List<String> ends = mapped.path().length == 0 ? List.of("") : List.of(mapped.path());
        return starts.stream()
                .flatMap(start -> ends.stream().map(end -> start + end))
                .flatMap(path -> Stream.of(mapped.method()).map(it -> new Handler(it, path)));
    }
}
