package io.keyledger.standalone;

import org.springframework.boot.SpringBootConfiguration;

/** Both sides in one process. */
@SpringBootConfiguration(proxyBeanMethods = false)
public class KeyledgerApplication {}
