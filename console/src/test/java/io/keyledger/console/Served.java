package io.keyledger.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.boot.web.server.WebServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The console of an API, and somebody before it who has no browser but keeps its cookie. */
public final class Served implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern BY = Pattern.compile("name=\"_by\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final WebServer server;
    private String cookie = "";

    public Served(StubApi api) {
        server = Loopback.console(api::address);
    }

    @Override
    public void close() {
        server.stop();
        http.close();
    }

    public String address() {
        return Loopback.address(server.getPort()).toString();
    }

    public HttpResponse<String> signIn() {
        return post("/sign-in", form("_csrf", token(get("/sign-in")), "key", "kl_some_key"));
    }

    /** As after a restart of the server. */
    public void loseSession() {
        cookie = "keyledger-console=lost";
    }

    public String cookie() {
        return cookie;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Headers by name and value. */
    public HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Whoever has no cookie yet, and goes away again. */
    public void postAsSomebodyElse(String path, String form, String... headers) {
        String mine = cookie;
        cookie = "";
        post(path, form, headers);
        cookie = mine;
    }

    public static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < namesAndValues.length; at++) {
            form.append(at == 0 ? "" : at % 2 == 1 ? "=" : "&")
                    .append(URLEncoder.encode(namesAndValues[at], UTF_8));
        }
        return form.toString();
    }

    public static String token(HttpResponse<String> page) {
        return hidden(TOKEN, page);
    }

    /** Whom a form says that it is shown to. */
    public static String by(HttpResponse<String> page) {
        return hidden(BY, page);
    }

    private static String hidden(Pattern field, HttpResponse<String> page) {
        Matcher token = field.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException(page.statusCode() + " " + page.body());
        }
        return token.group(1);
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + ConsoleMount.PATH + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
