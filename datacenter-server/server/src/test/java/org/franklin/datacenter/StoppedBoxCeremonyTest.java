package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.franklin.box.custody.Presented;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.keeper.Signer;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.manufacturing.Opened;
import org.franklin.box.manufacturing.SealedSeeds;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.meter.MeterSeed;
import org.franklin.datacenter.command.Running;
import org.franklin.datacenter.command.Said;
import org.franklin.datacenter.function.ceremony.Ceremonies.Asked;
import org.franklin.datacenter.function.ceremony.Ceremonies.Held;
import org.franklin.datacenter.function.ceremony.Task;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.datacenter.keymanagement.custody.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box that is stopped has no keys, and whoever serves has no seal key: only a command of
/// keepers, with what opens the seal, opens the box's seed again.
class StoppedBoxCeremonyTest {

    private static final String PASSPHRASE = "a long and winding passphrase";
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    @BeforeEach
    void stopABox() throws IOException {
        Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        make();
        stopTheMeterBox();
    }

    @Test
    void takesThePassphraseAndACommandOfKeepers() throws Exception {
        assertRefusedWhereItIsServed();
        var asked = sealed("ceremony request --kind reprovision --reason restored", "Ann", "--out");
        var held = sealed("ceremony approve", "Bob", "--request");
        var audit = sealed("audit");

        assertHeld(asked);
        assertHeld(held);
        assertTrue(held.out().contains("Done at the meter box. 1 records looked at"), held.out());
        assertHeld(audit);
    }

    @Test
    void holdsItsCeremonyInAProcessOfItsOwn() throws Exception {
        var config = folder.resolve("center/datacenter.properties");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("box.meter=embedded", "box.meter=socket:run/meter.sock"));

        try (var box = meterBox("--for-ceremony")) {
            box.until("end it after the ceremony");
            box.until("Serving.");
            assertHeld(
                    sealed("ceremony request --kind reprovision --reason moved", "Ann", "--out"));
            assertHeld(sealed("ceremony approve", "Bob", "--request"));
            assertTrue(box.end().out().contains("Closed."));
        }
        try (var box = meterBox()) {
            box.until("Serving.");
            assertHeld(sealed("audit"));
        }
    }

    private Running meterBox(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("box", "meter", "--socket", "run/meter.sock"));
        arguments.addAll(List.of("--dir", file("center"), "--passphrase-file", file("passphrase")));
        arguments.addAll(List.of(more));
        return Running.start(arguments.toArray(String[]::new));
    }

    private static void assertHeld(Said said) {
        assertEquals(0, said.code(), said.err() + said.out());
    }

    private void make() throws IOException {
        for (String name : List.of("Ann", "Bob")) {
            assertEquals(
                    0,
                    run("keeper", "new", "--name", name, "--out", file(name), "--no-passphrase")
                            .code());
        }
        var keepers = new String[] {"--keeper", file("Ann.pub"), "--keeper", file("Bob.pub")};
        var made = sealed("init --port 0 --seal passphrase", keepers);
        assertEquals(0, made.code(), made.err());
        try (var center = center(opened())) {
            new DemoOffice(center, RANDOM).furnish();
        }
    }

    private void stopTheMeterBox() throws IOException {
        var boxes = folder.resolve("center/boxes");
        try (var installation = opened();
                var seal = installation.seal()) {
            var seed =
                    assertInstanceOf(
                                    Opened.Seed.class,
                                    new SealedSeeds(boxes, seal.key(), RANDOM).meter())
                            .seed();
            try (var key = MeterBox.journalKey((MeterSeed) seed);
                    var journal =
                            LocalJournal.open(
                                    new FolderDisk(boxes),
                                    "meter.journal",
                                    key,
                                    Clock.systemUTC())) {
                journal.stop("two records carry one counter");
            }
        }
    }

    private void assertRefusedWhereItIsServed() throws IOException {
        try (var center = center(opened())) {
            var ceremonies = center.functions().ceremonies();
            var asked =
                    assertInstanceOf(
                            Asked.Proposed.class,
                            ceremonies.ask(
                                    Task.REPROVISION,
                                    Optional.empty(),
                                    "restored",
                                    Signer.plain(folder.resolve("Ann"))));
            var refused =
                    assertInstanceOf(
                            Held.Refused.class,
                            ceremonies.approve(asked.form(), Signer.plain(folder.resolve("Bob"))));
            assertTrue(refused.sentence().contains("has wiped its keys"), refused.sentence());
        }
    }

    private static DataCenter center(Installation installation) throws IOException {
        return new DataCenter(
                installation, installation.config().onPorts(0, 0), Clock.systemUTC(), RANDOM);
    }

    private Installation opened() throws IOException {
        var installation =
                assertInstanceOf(
                                Installation.Opening.Opened.class,
                                Installation.open(folder.resolve("center")))
                        .installation();
        assertInstanceOf(
                Seal.Opening.Open.class,
                installation.unseal(_ ->
                        new Secrets.Given.What(
                                new Presented.Passphrase(
                                        SecretBytes.take(PASSPHRASE.getBytes(US_ASCII))))));
        return installation;
    }

    private Said sealed(String command, String keeper, String option) {
        return sealed(command, "--keeper", file(keeper), option, file("request"));
    }

    private Said sealed(String command, String... more) {
        var arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--dir", file("center"), "--passphrase-file", file("passphrase")));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Said run(String... arguments) {
        return Said.by(Commands.line(), arguments);
    }
}
