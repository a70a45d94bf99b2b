package org.franklin.datacenter.keymanagement.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.keymanagement.heap.HeapDump.Chain;
import org.franklin.datacenter.keymanagement.heap.KeyHolder.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Searches the live heap of a data center for its boxes' keys, as bytes and as text: while it
/// serves, each stands only in objects of its own box; once it is closed, nowhere.
///
/// What this cannot show: copies that the collector moved away from and has not yet written over
/// are no longer objects, and so in no dump; nor is the memory of a native provider, where AWS-LC
/// keeps its keys. And a provider may hold a key in another form for a moment, as limbs of a big
/// integer or as a key schedule. Decision 0009 of the secure boxes says what follows.
class HeapTest {

    /// A full collection leaves up to a twentieth of a heap uncompacted, and in it dead objects
    /// with all their bytes, which stand in a dump although nothing reaches them. Not here, where
    /// they would hide whether something does.
    private static final List<String> MACHINE =
            List.of(
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:MarkSweepDeadRatio=0",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED");

    private static final String CANARY = "canary";

    /// What open boxes of either suite hold: of a master key what HKDF extracts of it. Not the seal
    /// key, no key of a meter, not the pepper, and not the key that no message uses yet.
    private static final List<String> HELD =
            List.of(
                    CANARY,
                    "meter steelKey, extracted",
                    "meter journalMaster, extracted",
                    "meter receiptKey",
                    "transaction journalMaster, extracted",
                    "transaction signingKey",
                    "authentication recordMaster, extracted",
                    "authentication steelKey, extracted",
                    "authentication signingKey",
                    "authentication credentialsKey",
                    "steel rootKey",
                    "steel domain keys, extracted");

    private static final List<String> HELD_IN_STANDARD =
            List.of(
                    "meter recordMaster, extracted",
                    "meter tokenKeyMaster, extracted",
                    "transaction recordMaster, extracted");

    /// Triple-DES keys serve as they are, and the domain keys make the tokens' keys.
    private static final List<String> HELD_IN_1998 =
            List.of(
                    "meter recordMaster",
                    "meter tokenKeyMaster",
                    "transaction recordMaster",
                    "steel vendorKey",
                    "steel postalKey");

    /// Journals are open until boxes are closed, and note what happens to a broken one.
    private static final Set<String> HELD_BY_JOURNALS =
            Set.of("meter journalMaster, extracted", "transaction journalMaster, extracted");

    private static final Pattern OF_A_BOX =
            Pattern.compile("org\\.franklin\\.box\\.(meter|transaction|authentication|steel)\\..*");
    private static final Pattern OF_A_JOURNAL =
            Pattern.compile("org\\.franklin\\.(box\\.freshness|datacenter\\.keymanagement)\\..*");

    @TempDir private Path dir;
    private BoxKeys keys;
    private Needles needles;

    private void run(Suite suite, Mistakes mistakes, Predicate<String> classPath) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        var line = new ArrayList<>(List.of(java));
        line.addAll(MACHINE);
        line.add("-cp");
        line.add(
                Stream.of(entries)
                        .filter(classPath)
                        .collect(Collectors.joining(File.pathSeparator)));
        line.add(KeyHolder.class.getName());
        line.addAll(List.of(dir.toString(), suite.name(), mistakes.name()));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        byte[] said = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor(), () -> new String(said, StandardCharsets.UTF_8));
        keys = BoxKeys.of(dir.resolve("installation"));
        needles = keys.needles();
        needles.add(CANARY, KeyHolder.CANARY);
        assertEquals(Set.of(), needles.in(said), "in what the process said");
    }

    private HeapDump dump(String name) throws IOException {
        return new HeapDump(dir.resolve(name + ".hprof"));
    }

    /// A class of a box, or of anything else that is ours, ends the way outwards: what comes before
    /// is what boxes share, or a form that Java or a provider keeps.
    private static boolean counts(String type) {
        return OF_A_BOX.matcher(type).matches()
                || OF_A_JOURNAL.matcher(type).matches()
                || type.startsWith("org.franklin.datacenter.");
    }

    private List<Chain> strays(HeapDump dump) {
        return dump.holders(needles, HeapTest::counts).stream()
                .filter(chain -> !chain.secret().equals(CANARY) && !isInItsBox(chain))
                .toList();
    }

    private boolean isInItsBox(Chain chain) {
        var box = OF_A_BOX.matcher(chain.end());
        if (box.matches()) {
            return keys.all().values().stream()
                    .anyMatch(key ->
                            key.name().equals(chain.secret())
                                    && key.boxes().contains(box.group(1)));
        }
        return HELD_BY_JOURNALS.contains(chain.secret())
                && OF_A_JOURNAL.matcher(chain.end()).matches();
    }

    private static Set<String> held(Suite suite) {
        var held = new TreeSet<>(HELD);
        held.addAll(
                switch (suite) {
                    case STANDARD -> HELD_IN_STANDARD;
                    case PATENT_1998 -> HELD_IN_1998;
                });
        return held;
    }

    /// With AWS-LC where it is, and with the JDK's own signatures.
    @ParameterizedTest
    @CsvSource({"STANDARD, none", "STANDARD, AmazonCorretto", "PATENT_1998, none"})
    void keysStandInTheirBoxesWhileTheseServeAndNowhereAfterwards(Suite suite, String without)
            throws Exception {
        run(suite, Mistakes.NONE, entry -> !entry.contains(without));
        var serving = dump("serving");
        assertEquals(List.of(), strays(serving));
        assertEquals(held(suite), serving.found(needles));

        var closed = dump("closed");
        assertEquals(Set.of(CANARY), closed.found(needles), () -> strays(closed).toString());

        var broken = new TreeSet<>(HELD_BY_JOURNALS);
        broken.add(CANARY);
        assertEquals(broken, dump("broken").found(needles));
    }

    @Test
    void aSeedThatIsNotWipedAndAKeyOutsideItsBoxAreFound() throws Exception {
        run(Suite.STANDARD, Mistakes.MADE, _ -> true);
        var ends =
                strays(dump("serving")).stream()
                        .map(chain -> chain.secret() + " in " + chain.end())
                        .collect(Collectors.toSet());
        assertEquals(Set.of("meter recordMaster in " + KeyHolder.class.getName() + "$Stray"), ends);
        var left = dump("closed").found(needles);
        assertTrue(
                left.containsAll(Set.of("steel vendorKey", "steel rootKey", "meter recordMaster")),
                left::toString);
    }
}
