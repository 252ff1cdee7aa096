package io.keyledger.command.platform;

import org.axonframework.modelling.command.Repository;

/** Gives repositories of event-sourced aggregates. */
public interface Aggregates {

    <T extends Shell<?, ?>> Repository<T> repository(Class<T> aggregate);
}
