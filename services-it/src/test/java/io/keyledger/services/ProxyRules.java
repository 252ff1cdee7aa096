package io.keyledger.services;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which side a request is for, and which nodes a side has, as the proxy's file says. */
record ProxyRules(Map<Pattern, String> sides, Map<String, List<String>> nodes) {

    private static final Pattern UPSTREAM =
            Pattern.compile("upstream (\\w+)-side \\{(.*?)\\}", Pattern.DOTALL);
    private static final Pattern SERVER = Pattern.compile("server (\\S+:\\d+)");
    private static final Pattern RULE =
            Pattern.compile("^ *\"~(.*)\" +(\\w+);$", Pattern.MULTILINE);
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    static ProxyRules of(String configuration) {
        Map<Pattern, String> sides = new LinkedHashMap<>();
        RULE.matcher(configuration)
                .results()
                .forEach(rule -> sides.put(Pattern.compile(rule.group(1)), rule.group(2)));
        Map<String, List<String>> nodes = new HashMap<>();
        Matcher upstream = UPSTREAM.matcher(configuration);
        while (upstream.find()) {
            List<String> servers = new ArrayList<>();
            SERVER.matcher(upstream.group(2)).results().forEach(it -> servers.add(it.group(1)));
            nodes.put(upstream.group(1), servers);
        }
        return new ProxyRules(sides, nodes);
    }

    String sideOf(String method, String path) {
        return sides.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(method + " " + path).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("command");
    }

    List<String> nodesOf(String side) {
        return nodes.get(side.equals("checks") ? "command" : side);
    }

    static boolean mayBeRepeated(String side, String method, IOException failure) {
        return side.equals("checks")
                || SAFE.contains(method)
                || failure instanceof ConnectException;
    }
}
