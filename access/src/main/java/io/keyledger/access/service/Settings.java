package io.keyledger.access.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Settings by name, each refused with a sentence when it cannot be used. */
public record Settings(Map<String, String> environment) {

    private static final int HIGHEST_PORT = 65535;

    /** The value; an empty one is none. */
    public String text(String name) {
        String value = text(name, "");
        if (value.isEmpty()) {
            throw new WrongSetting(name + " is missing.");
        }
        return value;
    }

    public String text(String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /** What a file holds that the setting names, without the line's end. */
    public String secret(String name) {
        Path file = path(name);
        try {
            String secret = Files.readString(file).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException _) {
            throw new WrongSetting(name + " names a file that cannot be read: " + file);
        }
        throw new WrongSetting(name + " names an empty file: " + file);
    }

    /** A URL of a PostgreSQL database; credentials have files of their own. */
    public String databaseUrl(String name) {
        String url = text(name);
        if (url.contains("password=") || url.contains("@")) {
            throw new WrongSetting(name + " holds credentials; they belong into a file.");
        }
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new WrongSetting(name + " does not begin with jdbc:postgresql://");
        }
        return url;
    }

    public Path path(String name) {
        String text = text(name);
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw new WrongSetting(name + " is no path: " + text);
        }
    }

    int port(String name, String otherwise) {
        String text = text(name, otherwise);
        if (!text.matches("\\d{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new WrongSetting(name + " is no port from 1 to 65535: " + text);
        }
        return Integer.parseInt(text);
    }

    String address(String name, String otherwise) {
        String text = text(name, otherwise);
        try {
            return InetAddress.getByName(text).getHostAddress();
        } catch (UnknownHostException _) {
            throw new WrongSetting(name + " is no address: " + text);
        }
    }
}
