package org.franklin.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.house.Declarations.Method;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// How large things may grow. What is small is read whole, and so its faults are seen.
class SizeTest {

    private static final int LONGEST_FILE = 300;
    private static final int MEDIAN_FILE = 55;
    private static final int NINTH_DECILE_FILE = 160;
    private static final int LONGEST_METHOD = 70;
    private static final int USUAL_METHOD = 30;
    private static final int MOST_FILES = 15;
    private static final int MEDIAN_PACKAGE = 9;

    private static final List<String> MEASURED = new ArrayList<>();

    private final List<Source> all = Checkout.sources();
    private final List<Source> main =
            all.stream().filter(Source::isMain).filter(source -> !source.isPackageInfo()).toList();

    @AfterAll
    static void printWhatWasMeasured() {
        System.out.println("HOUSE " + String.join("; ", MEASURED));
    }

    @Test
    void filesFitOnAFewScreens() {
        var lengths = main.stream().map(source -> source.lines().size()).sorted().toList();
        int median = quantile(lengths, 0.5);
        int ninthDecile = quantile(lengths, 0.9);
        MEASURED.add(
                "lines a main file: median %d, p90 %d, max %d"
                        .formatted(median, ninthDecile, lengths.getLast()));

        Findings.refuse(
                "A file over %d lines holds more than one idea: divide it".formatted(LONGEST_FILE),
                main.stream()
                        .filter(source -> source.lines().size() > LONGEST_FILE)
                        .map(source -> source.name() + ": " + source.lines().size() + " lines"));
        assertTrue(median <= MEDIAN_FILE, "the median main file has " + median + " lines");
        assertTrue(ninthDecile <= NINTH_DECILE_FILE, "p90 of main files is " + ninthDecile);
    }

    @Test
    void packagesHoldNoMoreThanOneRemembers() {
        var files = main.stream().collect(Collectors.groupingBy(Source::folder));
        var counts = files.values().stream().map(List::size).sorted().toList();
        int median = quantile(counts, 0.5);
        MEASURED.add("files a package: median %d, max %d".formatted(median, counts.getLast()));

        Findings.refuse(
                "A package over %d files is no longer one box of the drawing: divide it"
                        .formatted(MOST_FILES),
                files.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > MOST_FILES)
                        .map(entry -> entry.getKey() + ": " + entry.getValue().size() + " files"));
        assertTrue(median <= MEDIAN_PACKAGE, "the median package has " + median + " files");
    }

    @Test
    void methodsFitOnOneScreen() {
        var methods = Declarations.of(all).methods();
        MEASURED.add(
                "methods over %d lines in main: %d"
                        .formatted(
                                USUAL_METHOD,
                                methods.stream()
                                        .filter(method -> method.source().isMain())
                                        .filter(method -> method.lines() > USUAL_METHOD)
                                        .count()));

        Findings.refuse(
                "A method over %d lines mixes levels: let one branch, and its helpers be pure"
                        .formatted(LONGEST_METHOD),
                methods.stream()
                        .filter(method -> method.lines() > LONGEST_METHOD)
                        .map(SizeTest::describe));
    }

    @Test
    void mostTypesAreClosed() {
        var types = Declarations.of(main).types();
        long closed = types.stream().filter(Declarations.Type::closed).count();

        MEASURED.add("records, enums and sealed types: " + percent(closed, types.size()));
        assertTrue(closed > 0, "no type of this house knows all its values or subtypes");
    }

    @Test
    void commentsSayWhyAndNoMore() {
        long comments = sum(main, Source::commentLines);
        long lines = comments + sum(main, Source::codeLines);

        MEASURED.add("comment lines: " + percent(comments, lines));
        assertTrue(comments * 4 < lines, "more than a quarter of the lines are comments");
    }

    @Test
    void testsAreAsLongAsWhatTheyTest() {
        // A benchmark is run, not tested: it asserts nothing and nothing depends on it.
        var tested =
                main.stream()
                        .filter(source -> !source.path().toString().contains("benchmarks"))
                        .toList();
        long mainLines = sum(tested, Source::codeLines);
        long testLines =
                all.stream()
                        .filter(source -> !source.isMain() && !source.isHouse())
                        .mapToLong(Source::codeLines)
                        .sum();
        double ratio = (double) testLines / mainLines;
        double wanted = Double.parseDouble(System.getProperty("house.testLinesPerMainLine", "1"));
        MEASURED.add(
                "code lines: main %d, test %d, ratio %.2f".formatted(mainLines, testLines, ratio));

        assertTrue(
                ratio >= wanted,
                "%.2f test lines for each main line; at least %.2f are wanted, because what is not"
                                .formatted(ratio, wanted)
                        + " shown is not known");
    }

    private static String describe(Method method) {
        return "%s %s: %d lines"
                .formatted(method.source().at(method.line()), method.name(), method.lines());
    }

    private static long sum(List<Source> sources, ToLongFunction<Source> count) {
        return sources.stream().mapToLong(count).sum();
    }

    private static String percent(long part, long whole) {
        return "%d of %d (%d %%)".formatted(part, whole, 100 * part / whole);
    }

    private static int quantile(List<Integer> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
