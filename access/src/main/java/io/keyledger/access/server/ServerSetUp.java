package io.keyledger.access.server;

import io.keyledger.access.source.ProxyChain;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Puts our handlers before servlets, and our limits and errors in place of Jetty's own. */
final class ServerSetUp
        implements WebServerFactoryCustomizer<JettyServletWebServerFactory>, Ordered {

    /**
     * Longer than clients keep a connection for later: the JDK's 30 s, nginx 60 s. Where the server
     * ends it first, a request may be on its way already, and gets no answer.
     */
    private static final long IDLE_MILLIS = 75_000;

    private final ProxyChain proxies;
    private final DirectServer direct;
    private final ObjectProvider<DirectHandler> handlers;

    ServerSetUp(ProxyChain proxies, DirectServer direct, ObjectProvider<DirectHandler> handlers) {
        this.proxies = proxies;
        this.direct = direct;
        this.handlers = handlers;
    }

    /** After Spring Boot's own, whose choice of threads is for servlets alone. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        Executor servlets = Executors.newVirtualThreadPerTaskExecutor();
        direct.threads().setVirtualThreadsExecutor(servlets);
        factory.setThreadPool(direct.threads());
        // It would put its handler before ours; what it does is done by UnderWay.
        factory.setShutdown(Shutdown.IMMEDIATE);
        factory.addServerCustomizers(server -> customize(server, servlets));
    }

    private void customize(Server server, Executor servlets) {
        server.setHandler(
                new UnderWay(
                        new FrontHandler(
                                server.getHandler(),
                                direct,
                                handlers.orderedStream().toList(),
                                servlets)));
        server.setErrorHandler(new ProblemErrors(direct.problems()));
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector idle) {
                idle.setIdleTimeout(IDLE_MILLIS);
            }
            customize(connector.getConnectionFactory(HttpConnectionFactory.class));
        }
    }

    private void customize(HttpConnectionFactory http) {
        HttpConfiguration configuration = http.getHttpConfiguration();
        configuration.setSendServerVersion(false);
        // Jetty would take a header for one that it has seen on the connection but for its case:
        // another secret.
        configuration.setHeaderCacheSize(0);
        configuration.setHeaderCacheCaseSensitive(true);
        if (!proxies.trusted().isEmpty()) {
            configuration.addCustomizer(new TrustedProxies(proxies));
        }
        // Gateways may ask about any path; ours are looked at by FrontHandler.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
    }
}
