package io.keyledger.command.platform;

import io.keyledger.shared.event.EventJson;
import io.micrometer.observation.ObservationRegistry;

import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.util.List;

import javax.sql.DataSource;

/**
 * Axon, put together by hand: its auto-configuration would bring tracking processors, a token store
 * and a serializer that writes class names, and in an application without JPA no transactions at
 * all.
 */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    /** The name of the processor that writes the access tables. */
    static final String PROCESSOR = "access-tables-v1";

    @Bean
    TransactionManager axonTransactionManager(
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    EventEngine eventEngine(
            @Qualifier("commandDataSource") DataSource dataSource,
            TransactionManager axonTransactionManager) {
        WireSerializer serializer = new WireSerializer(new EventJson());
        return new EventEngine(
                EventEngine.builder()
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new SpringDataSourceConnectionProvider(dataSource)))
                        .transactionManager(axonTransactionManager)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .persistenceExceptionResolver(DatabaseFaults::isUniqueViolation)
                        .schema(EventEngine.SCHEMA)
                        .dataType(byte[].class)
                        .batchSize(EventEngine.BATCH),
                axonTransactionManager);
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(EventEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    Aggregates aggregates(EventStore eventStore, EventEngine engine) {
        return new EventSourcedAggregates(eventStore, engine);
    }

    @Bean
    CommandHandlers commandHandlers() {
        return new CommandHandlers();
    }

    @Bean
    Leaders leaders(CommandDatabaseProperties properties) {
        return new Leaders(properties.poolSize());
    }

    @Bean
    Gathering gathering(
            Leaders leaders,
            TransactionManager axonTransactionManager,
            CommandHandlers handlers,
            DecisionLocks locks,
            EventEngine events) {
        return new Gathering(leaders, axonTransactionManager, handlers, locks, events);
    }

    @Bean
    Commands commands(
            Gathering gathering,
            TransactionManager axonTransactionManager,
            CommandHandlers handlers,
            @Qualifier("commandJdbcClient") JdbcClient jdbc,
            ObjectProvider<ObservationRegistry> observations) {
        return new ObservedCommands(
                new AxonCommands(
                        gathering, axonTransactionManager, handlers, new StoreIncarnation(jdbc)),
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    SmartInitializingSingleton handledCommands(
            CommandHandlers handlers, List<HandlesCommands> components) {
        return () -> components.forEach(handlers::add);
    }

    /**
     * Whatever a handler of it throws is thrown to the command, which then leaves nothing behind.
     */
    @Bean(initMethod = "start", destroyMethod = "shutDown")
    SubscribingEventProcessor accessTablesProcessor(
            EventStore eventStore, List<WritesWithEvents> writers) {
        EventHandlerInvoker invoker =
                SimpleEventHandlerInvoker.builder()
                        .eventHandlers(List.copyOf(writers))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build();
        return SubscribingEventProcessor.builder()
                .name(PROCESSOR)
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(eventStore)
                .build();
    }
}
