package io.keyledger.query;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import java.util.stream.Stream;

import javax.sql.DataSource;

/** The repositories of the query side over a database of a test, and what reads through them. */
public final class Repositories implements AutoCloseable {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    public Repositories(DataSource queryDataSource, Class<?>... readers) {
        // As it is, so that closing this leaves it open.
        context.getBeanFactory().registerSingleton("queryDataSource", queryDataSource);
        context.register(configuration());
        Stream.of(readers).forEach(context::register);
        context.refresh();
    }

    /** For tests that have a context of their own. */
    public static Class<?> configuration() {
        return QueryEntities.class;
    }

    public <T> T get(Class<T> reader) {
        return context.getBean(reader);
    }

    @Override
    public void close() {
        context.close();
    }
}
