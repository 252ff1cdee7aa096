import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format (AOSP) on every Java file below a folder. Run by the build
 * on the JDK it selected, since the formatter must run on a JDK as new as the sources while Maven
 * itself may not.
 */
final class Format {

    private Format() {}

    public static void main(String[] args) throws Exception {
        boolean check = args[0].equals("check");
        Path root = Path.of(args[1]);
        List<String> arguments =
                new ArrayList<>(List.of("--aosp", "--skip-reflowing-long-strings"));
        arguments.addAll(
                check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        arguments.addAll(sources(root));
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        int exit =
                new com.google.googlejavaformat.java.Main(out, err, System.in)
                        .format(arguments.toArray(String[]::new));
        if (exit != 0) {
            err.println(
                    "The files above are not formatted; run"
                            + " ./mvnw -N process-sources -Dformat.goal=apply");
        }
        System.exit(exit);
    }

    private static List<String> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }
}
