package io.keyledger.command.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the command side's database is; it logs in as {@code keyledger_command}. */
@ConfigurationProperties("keyledger.datasource.command")
record CommandDatabaseProperties(
        String url, String username, String password, @DefaultValue("20") int poolSize) {

    @Override
    public String toString() {
        return "CommandDatabaseProperties[" + username + "]";
    }
}
