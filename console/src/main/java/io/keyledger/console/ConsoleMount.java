package io.keyledger.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;

import java.io.IOException;
import java.util.EnumSet;

/**
 * Puts the console at {@code /console} of a servlet container, in a Spring context of its own: what
 * an API in the same process does with requests does not reach it, nor the other way round.
 */
public final class ConsoleMount implements ServletContextInitializer {

    /** Where everything of the console is. */
    public static final String PATH = "/console";

    private static final String EVERYTHING = PATH + "/*";
    private static final int SESSION_MINUTES = 30;

    private final ConsoleSettings settings;

    public ConsoleMount(ConsoleSettings settings) {
        this.settings = settings;
    }

    @Override
    public void onStartup(ServletContext container) {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(container);
        context.addBeanFactoryPostProcessor(
                beans -> beans.registerSingleton("consoleSettings", settings));
        context.register(ConsoleWeb.class);
        guard(container, context);
        ServletRegistration.Dynamic servlet =
                container.addServlet("console", new DispatcherServlet(context));
        servlet.addMapping(EVERYTHING);
        servlet.setLoadOnStartup(1);
        container.addServlet("consoleAtTheRoot", new Root()).addMapping("");
        keepSessions(container);
    }

    /** Sends whoever asks for nothing to the console. */
    private static final class Root extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.sendRedirect(PATH + "/");
        }
    }

    private static void guard(
            ServletContext container, AnnotationConfigWebApplicationContext context) {
        FilterRegistration.Dynamic security =
                container.addFilter(
                        "consoleSecurity",
                        new DelegatingFilterProxy("springSecurityFilterChain", context));
        security.setAsyncSupported(true);
        security.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, EVERYTHING);
    }

    private static void keepSessions(ServletContext container) {
        container.setSessionTimeout(SESSION_MINUTES);
        SessionCookieConfig cookie = container.getSessionCookieConfig();
        cookie.setName("keyledger-console");
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
    }
}
