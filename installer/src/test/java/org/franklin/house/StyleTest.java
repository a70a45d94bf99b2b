package org.franklin.house;

import org.franklin.house.Declarations.Method;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The manner of the house, where a machine can see it.
class StyleTest {

    private static final int COLUMNS = 100;

    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*");
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "Manager",
                    "Util",
                    "Utils",
                    "Utility",
                    "Utilities",
                    "Helper",
                    "Helpers",
                    "Impl",
                    "Dto",
                    "DTO",
                    "Controller",
                    "Service",
                    "Misc");
    private static final Set<String> TERMS_OF_THE_FIELD = Set.of("ExtraService", "OutOfService");
    private static final Set<String> EMPTY_PACKAGES =
            Set.of(
                    "util",
                    "utils",
                    "helper",
                    "helpers",
                    "impl",
                    "dto",
                    "controller",
                    "controllers",
                    "service",
                    "services",
                    "entity",
                    "entities",
                    "common",
                    "misc",
                    "exception",
                    "exceptions");
    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "RepeatedTest");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO[D]O|FIX[M]E|X[X]X)\\b");
    private static final Pattern SWITCHED_OFF = Pattern.compile("@Disable[d]\\b");
    private static final Pattern SUPPRESSION = Pattern.compile("^\\s*@SuppressWarnings");

    private final List<Source> all = Checkout.sources();

    @Test
    void typesAreNamedAfterTheField() {
        Findings.refuse(
                "A name that fits any program says nothing of this one: use the field's term",
                Declarations.of(all).types().stream()
                        .filter(StyleTest::saysNothing)
                        .map(type -> type.source().name() + ": " + type.name()));
    }

    @Test
    void packagesAreNamedAfterTheField() {
        Findings.refuse(
                "A package is a box of the drawing or a part of the domain, never a kind of class",
                all.stream()
                        .filter(source ->
                                Stream.of(source.folder().split("/", -1))
                                        .anyMatch(EMPTY_PACKAGES::contains))
                        .map(Source::name));
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIs() {
        Findings.refuse(
                "A package of main code has a package-info.java: one sentence in ///, @NullMarked",
                all.stream()
                        .filter(Source::isMain)
                        .map(source -> source.path().resolveSibling("package-info.java"))
                        .distinct()
                        .filter(info -> !isNullMarkedSentence(info))
                        .map(info -> Checkout.ROOT.relativize(info).toString()));
    }

    @Test
    void linesFitInOneHundredColumns() {
        var documents =
                Checkout.files().stream()
                        .filter(file -> file.toString().endsWith(".md"))
                        .map(Source::read)
                        .toList();

        Findings.refuse(
                "Two files side by side fit a screen at " + COLUMNS + " columns",
                Stream.of(
                                lines(main(), StyleTest::isTooLong),
                                lines(tests(), line -> isTooLong(line) && !line.contains(" | ")),
                                lines(documents, line -> isTooLong(line) && !isUnbreakable(line)))
                        .flatMap(places -> places));
    }

    @Test
    void nothingIsLeftForLater() {
        Findings.refuse(
                "What is unfinished belongs in an issue, where somebody sees it",
                lines(all, line -> UNFINISHED.matcher(line).find()));
    }

    @Test
    void noTestIsSwitchedOff() {
        Findings.refuse(
                "A test that is switched off keeps a promise that nobody checks: repair or delete"
                        + " it",
                lines(all, line -> SWITCHED_OFF.matcher(line).find()));
    }

    @Test
    void everySuppressionGivesItsReason() {
        Findings.refuse(
                "A warning is repaired, or suppressed with its reason in a comment on the line"
                        + " above",
                all.stream()
                        .flatMap(source ->
                                IntStream.range(1, source.lines().size())
                                        .filter(index -> isUnexplained(source, index))
                                        .mapToObj(index -> source.at(index + 1))));
    }

    @Test
    void testsAreNamedInSentences() {
        Findings.refuse(
                "The name of a test is the behaviour that it shows; the annotation says it is a"
                        + " test",
                Declarations.of(all).methods().stream()
                        .filter(method -> method.annotations().stream().anyMatch(TESTS::contains))
                        .filter(method -> method.name().matches("test([A-Z_].*)?"))
                        .map(StyleTest::describe));
    }

    private static String describe(Method method) {
        return method.source().at(method.line()) + ": " + method.name();
    }

    private static boolean saysNothing(Declarations.Type type) {
        return !TERMS_OF_THE_FIELD.contains(type.name())
                && WORD.matcher(type.name())
                        .results()
                        .anyMatch(word -> EMPTY_WORDS.contains(word.group()));
    }

    private static boolean isNullMarkedSentence(Path info) {
        if (!Files.exists(info)) {
            return false;
        }
        var lines = Source.read(info).lines();
        String text =
                String.join(
                        " ",
                        lines.stream()
                                .filter(line -> line.startsWith("///"))
                                .map(line -> line.substring(3).strip())
                                .toList());
        return lines.contains("@NullMarked") && isOneSentence(text);
    }

    private static boolean isOneSentence(String text) {
        return text.endsWith(".") && !text.matches(".*[.!?] [A-Z].*");
    }

    private static boolean isUnexplained(Source source, int index) {
        return SUPPRESSION.matcher(source.lines().get(index)).find()
                && !source.lines().get(index - 1).strip().startsWith("//")
                && !source.lines().get(index).contains("//");
    }

    private static boolean isTooLong(String line) {
        return line.length() > COLUMNS;
    }

    /// A row of a table, or an address.
    private static boolean isUnbreakable(String line) {
        return line.startsWith("|") || line.contains("://");
    }

    private List<Source> main() {
        return all.stream().filter(Source::isMain).toList();
    }

    /// Their tables, in text blocks, have rows that cannot be broken.
    private List<Source> tests() {
        return all.stream().filter(source -> !source.isMain()).toList();
    }

    private static Stream<String> lines(List<Source> sources, Predicate<String> offends) {
        return sources.stream().flatMap(source -> source.numbered(offends).mapToObj(source::at));
    }
}
