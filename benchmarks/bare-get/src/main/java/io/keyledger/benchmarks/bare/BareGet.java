package io.keyledger.benchmarks.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One GET that answers a little JSON, on Tomcat and virtual threads. */
@SpringBootApplication(proxyBeanMethods = false)
public class BareGet {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(BareGet.class);
        application.run(args);
    }

    /** As long as what a check is answered. */
    record Answer(String decision, String serviceUser, String workspace, String recordId) {}

    @RestController
    static class Bare {

        private static final Answer ANSWER =
                new Answer(
                        "allow",
                        "01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a62",
                        "bench",
                        "01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a62-1-1");

        @GetMapping("/bare")
        Answer get() {
            return ANSWER;
        }
    }
}
