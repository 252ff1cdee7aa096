package io.keyledger.console.export;

import io.keyledger.console.Served;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody before the console, with a session of his own and without script. */
final class Somebody {

    private final URI console;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    Somebody(URI console) {
        this.console = console;
    }

    /** Signs in, with a key that the API takes for good. */
    static Somebody at(URI console) throws IOException, InterruptedException {
        Somebody somebody = new Somebody(console);
        somebody.post("/sign-in", "/sign-in", "key=kl_key");
        return somebody;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    /** As htmx looks again at a part of the page. */
    HttpResponse<String> poll(String path) throws IOException, InterruptedException {
        return http.send(
                request(path).header("HX-Request", "true").header("HX-Target", "exports").build(),
                BodyHandlers.ofString());
    }

    /** Sends a form that is on a page. */
    HttpResponse<String> post(String page, String path, String fields)
            throws IOException, InterruptedException {
        String body = Served.form("_csrf", Served.token(get(page))) + "&" + fields;
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a form as a browser does whose page is older than the session. */
    void postFromOwnPage(String path, String fields) throws IOException, InterruptedException {
        http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve("/console" + path));
    }
}
