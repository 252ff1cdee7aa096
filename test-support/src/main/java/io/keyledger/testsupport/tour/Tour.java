package io.keyledger.testsupport.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The README's tour as steps: each a block of shell commands and what the README says it prints.
 */
public record Tour(List<Step> steps) {

    /** One block of commands; {@code printed} is empty where the README shows no output. */
    public record Step(int number, String commands, String printed) {

        /** What was printed must be what the README shows; {@code …} there stands for anything. */
        boolean matches(String output) {
            StringBuilder pattern = new StringBuilder();
            for (String part : printed.strip().split("…", -1)) {
                pattern.append(pattern.isEmpty() ? "" : ".*?").append(Pattern.quote(part));
            }
            return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                    .matcher(output.strip())
                    .matches();
        }
    }

    private static final Pattern SECTION =
            Pattern.compile("^## A five-minute tour$(.*?)^## ", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile(
                    "^```sh\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```$)?",
                    Pattern.MULTILINE | Pattern.DOTALL);

    public static Tour of(Path readme) throws IOException {
        Matcher section = SECTION.matcher(Files.readString(readme));
        if (!section.find()) {
            throw new IllegalStateException("the README has no section 'A five-minute tour'");
        }
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(section.group(1));
        while (block.find()) {
            String printed = block.group(2) == null ? "" : block.group(2);
            steps.add(new Step(steps.size() + 1, block.group(1), printed));
        }
        return new Tour(List.copyOf(steps));
    }

    /** All blocks as one shell session, the output of each behind a line that names it. */
    public String script() {
        return script(0, "");
    }

    /** The same with an interlude before a step, which prints nothing. */
    public String script(int before, String interlude) {
        StringBuilder script = new StringBuilder();
        for (Step step : steps) {
            script.append(step.number() == before ? interlude + "\n" : "");
            script.append("echo '").append(marker(step)).append("'\n").append(step.commands());
        }
        return script.toString();
    }

    /** The steps that printed something else than the README shows, and what. */
    public List<String> differences(String output) {
        return steps.stream()
                .filter(step -> !step.matches(outputOf(step, output)))
                .map(
                        step ->
                                "step %d\n%s\nshould print\n%s\nbut printed\n%s"
                                        .formatted(
                                                step.number(),
                                                step.commands(),
                                                step.printed(),
                                                outputOf(step, output)))
                .toList();
    }

    private String outputOf(Step step, String all) {
        String start = marker(step) + "\n";
        int from = all.indexOf(start);
        if (from < 0) {
            return "(the session ended before this step)";
        }
        int to = all.indexOf("=== step ", from + start.length());
        return all.substring(from + start.length(), to < 0 ? all.length() : to);
    }

    private static String marker(Step step) {
        return "=== step " + step.number();
    }
}
