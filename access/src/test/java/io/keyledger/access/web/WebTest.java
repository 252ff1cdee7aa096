package io.keyledger.access.web;

import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.util.UUID;

/** Runs the test application on a real server, with one key of a user in {@code acme}. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ResourceLock("the application that all of these share")
abstract class WebTest {

    static final Fixture FIXTURE = WebTestApplication.FIXTURE;

    @LocalServerPort private int port;

    Server server;
    UUID user;
    ApiKeyText key;

    @DynamicPropertySource
    static void peppers(DynamicPropertyRegistry registry) {
        registry.add("keyledger.pepper.directory", FIXTURE.peppers::toString);
    }

    @BeforeEach
    void aKey() {
        server = new Server(port);
        user = FIXTURE.user("acme", FIXTURE.role("acme", "things:view"));
        key = FIXTURE.key(user);
    }
}
