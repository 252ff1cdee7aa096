package io.keyledger.standalone.walk;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that have broken something somewhere. */
final class HostileTexts {

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\0",
                    "a\0b",
                    "\ud800",
                    "a\udc00b",
                    "\ufeff",
                    "\u202egnp.exe",
                    "\u200b",
                    "é" + "\u0301".repeat(40),
                    "😀".repeat(16),
                    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
                    "ß",
                    "İ",
                    "line\r\nX-Injected: yes",
                    "tab\tbell\u0007",
                    "'; DROP TABLE store.domain_event; --",
                    "\\'; SELECT pg_sleep(9) --",
                    "%' OR '1'='1",
                    "\"quoted\" and \\ and `",
                    "${jndi:ldap://127.0.0.1/x}",
                    "#{7*7} ${7*7} {{7*7}} <%= 7*7 %>",
                    "<script>alert(1)</script>",
                    "../../../../etc/passwd",
                    "%2e%2e%2f",
                    "%00",
                    "null",
                    "true",
                    "NaN",
                    "1e999",
                    "-0",
                    "9223372036854775808",
                    "0x10",
                    "00000000-0000-0000-0000-000000000000",
                    "01939F2E-7C1A-7B55-8E0A-5D1F3C2B4A60",
                    "{01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a60}",
                    "1-1-1-1-1",
                    "zzzzzzzzzzzzzzzzzzzzzz",
                    "kl_zzzzzzzzzzzzzzzzzzzzzz_",
                    "*:*",
                    "a.*.b:view",
                    "workspace.ownership:delete",
                    "2026-02-30T00:00:00Z",
                    "-999999999-01-01T00:00:00Z",
                    "+999999999-12-31T23:59:59.999999999Z",
                    "2026-11-23T07:00:00+18:00",
                    "0000-00-00T00:00:00Z",
                    "24:00",
                    "10.0.0.0/33",
                    "::ffff:1.2.3.4/200",
                    "0.0.0.0/0",
                    "::/0",
                    "Etc/GMT+99",
                    "/{a}/{a}",
                    "/{",
                    "/a/**",
                    "//",
                    "/a;b=c/./..",
                    "ex ample..com",
                    "xn--a",
                    "-.com");

    private HostileTexts() {}

    static String any(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    static String ofLength(int length, RandomGenerator random) {
        return random.nextInt(4) == 0 ? "😀".repeat(length) : "a".repeat(length);
    }
}
