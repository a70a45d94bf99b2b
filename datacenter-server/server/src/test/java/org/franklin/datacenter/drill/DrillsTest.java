package org.franklin.datacenter.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.custody.Presented;
import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.drill.attack.Answer;
import org.franklin.datacenter.drill.attack.Drill;
import org.franklin.datacenter.drill.attack.Drills;
import org.franklin.datacenter.drill.ground.Base;
import org.franklin.datacenter.drill.healing.Healing;
import org.franklin.datacenter.keymanagement.custody.CustodiansCommand;
import org.franklin.datacenter.keymanagement.custody.Secrets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Every attack of the table, on real files.
class DrillsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// What these attacks leave locked, or gone, a ceremony puts right.
    private static final Set<String> LEFT_HURT =
            Set.of(
                    "Put back yesterday's meter record",
                    "Put back yesterday's record, then delete the alarms",
                    "Put back yesterday's account row",
                    "Put back yesterday's database",
                    "Put back yesterday's box journals",
                    "Delete a meter and have it made anew",
                    "Clone the boxes' folder, and go on with the clone");

    @TempDir static Path folder;
    private static Exercise exercise;

    @BeforeAll
    static void makeADemo() throws IOException {
        DemoFolder.make(folder.resolve("demo"));
        var demo = folder.resolve("demo");
        var prepared = prepare(demo, Secrets.none());
        var base = assertInstanceOf(Base.Prepared.Ready.class, prepared, prepared::toString).base();
        exercise = new Exercise(base, work(demo), Clock.systemUTC(), RANDOM);
    }

    static Stream<Named<Drill>> drills() {
        return Drills.ALL.stream().map(drill -> Named.of(drill.name(), drill));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drills")
    void isAnsweredAsPromised(Drill drill) throws IOException {
        var finding = exercise.run(drill);

        assertInstanceOf(drill.promised(), finding.answer(), finding.answer().detail());
        assertTrue(finding.before().balance(), finding.before()::toString);
        assertTrue(finding.after().balance(), finding.after()::toString);
        if (finding.answer() instanceof Answer.DetectedBy) {
            assertTrue(finding.extra() > 0, "what is only detected is not called nothing");
        } else {
            assertEquals(0, finding.extra(), "mills gained by the attack");
        }
        assertTrue(finding.asPromised(), finding::toString);
        assertEquals(
                LEFT_HURT.contains(drill.name()),
                finding.healing() instanceof Healing.Healed,
                finding::toString);
    }

    @Test
    void keepersWhoHaveTheirKeysThemselvesHealElsewhere() throws IOException {
        var demo = folder.resolve("demo of two people");
        DemoFolder.make(demo);
        Files.delete(demo.resolve("keepers/keeper-2.key"));

        var finding = yesterdaysRecord(demo, Secrets.none());

        var elsewhere = assertInstanceOf(Healing.NotHere.class, finding.healing());
        assertTrue(elsewhere.sentence().contains("keeper-2.key"), elsewhere.sentence());
        assertTrue(finding.asPromised(), finding::toString);
    }

    @Test
    void aDemoUnderAPassphraseIsDrilledWithIt() throws IOException {
        var demo = folder.resolve("demo under a passphrase");
        DemoFolder.make(demo);
        var passphrase = Files.writeString(folder.resolve("words"), "river stone lamp gate");
        assertEquals(
                0,
                CustodiansCommand.line(RANDOM)
                        .setOut(new PrintWriter(Writer.nullWriter()))
                        .execute(
                                "--dir",
                                demo.toString(),
                                "reissue",
                                "--seal",
                                "PASSPHRASE",
                                "--new-passphrase-file",
                                passphrase.toString()));

        var unasked = prepare(demo, Secrets.none());
        var finding =
                yesterdaysRecord(
                        demo,
                        _ ->
                                new Secrets.Given.What(
                                        new Presented.Passphrase(
                                                SecretBytes.take(Files.readAllBytes(passphrase)))));

        assertInstanceOf(Base.Prepared.Refused.class, unasked);
        assertInstanceOf(Healing.Healed.class, finding.healing(), finding::toString);
        assertTrue(finding.asPromised(), finding::toString);
    }

    private static Finding yesterdaysRecord(Path demo, Secrets secrets) throws IOException {
        var drill =
                Drills.ALL.stream()
                        .filter(each -> each.name().equals("Put back yesterday's meter record"))
                        .findFirst()
                        .orElseThrow();
        var prepared = assertInstanceOf(Base.Prepared.Ready.class, prepare(demo, secrets));
        try (var base = prepared.base()) {
            return new Exercise(base, work(demo), Clock.systemUTC(), RANDOM).run(drill);
        }
    }

    private static Base.Prepared prepare(Path demo, Secrets secrets) throws IOException {
        return Base.prepare(demo, work(demo), secrets, Clock.systemUTC(), RANDOM);
    }

    private static Path work(Path demo) {
        return demo.resolveSibling("work of " + demo.getFileName());
    }

    @Test
    void eachHasItsOwnName() {
        var names = new HashSet<String>();

        Drills.ALL.forEach(drill -> assertTrue(names.add(drill.name()), drill.name()));
    }
}
