package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Purchase.Charged;
import org.franklin.client.datacenter.outcome.Purchase.Checking;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The next start after a crash, a kill, or a restored backup.
class ResumeTest {

    private static final Postage PRICE = Postage.ofCents(74);

    @TempDir private Path home;

    private final FakeDataCenter dataCenter = new FakeDataCenter();

    @AfterEach
    void close() {
        dataCenter.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void finishesThePieceOfAProcessThatWasKilledBeforeItsAnswer(boolean committed)
            throws Exception {
        Path folder = folder();
        Office.funded(folder, dataCenter.identity()).close();
        var arrived = new CountDownLatch(1);
        var killed = new CountDownLatch(1);
        dataCenter.play(ask -> {
            if (committed) {
                var _ = ask.done();
            }
            arrived.countDown();
            await(killed);
            ask.drop();
        });

        Process child = KilledOffice.start(folder, "buy");
        arrived.await();
        child.destroyForcibly().waitFor();
        killed.countDown();

        try (var office = reopened(folder)) {
            var resumed = office.desk().resume();
            var charged = assertInstanceOf(Charged.class, resumed.purchases().getFirst());

            assertEquals(charged.pieces(), resumed.unprinted());
            assertInstanceOf(PrintPlan.Kept.class, charged.pieces().getFirst().plan());
            var bodies = dataCenter.bodies();
            assertEquals(3, bodies.size(), "a refill and two sendings");
            assertEquals(bodies.get(1), bodies.get(2));
            assertEquals(PRICE, dataCenter.meter().registers().ascending());
            assertEquals(List.of(), office.desk().resume().purchases());
        }
    }

    @Test
    void refusesAFolderThatAnotherProcessHasOpen() throws Exception {
        Path folder = folder();
        Office.open(folder, dataCenter.identity()).close();
        Process child = KilledOffice.start(folder, "hold");
        try {
            assertEquals('!', child.getInputStream().read());
            assertInstanceOf(MailerFolder.Opened.InUse.class, MailerFolderTest.open(folder));
        } finally {
            child.destroyForcibly().waitFor();
        }
        Office.open(folder, dataCenter.identity()).close();
    }

    @Test
    void staysInDoubtUntilSomebodySignsOn() {
        Path folder = folder();
        try (var office = Office.funded(folder, dataCenter.identity())) {
            dataCenter.play(FakeDataCenter.LOSE_THE_ANSWER);
            office.desk().buy(office.draft());
        }
        try (var office = Office.open(folder, dataCenter.identity())) {
            var waiting = office.desk().resume().purchases().getFirst();
            assertEquals(Doubt.SIGNED_OUT, assertInstanceOf(Checking.class, waiting).doubt());

            var found = office.signedOn().desk().resume().purchases().getFirst();
            assertInstanceOf(Charged.class, found);
        }
    }

    @Test
    void finishesARefillThatWasLeftOpen() {
        Path folder = folder();
        try (var office = Office.funded(folder, dataCenter.identity())) {
            dataCenter.play(FakeDataCenter.LOSE_THE_ANSWER);
            assertInstanceOf(Funding.Checking.class, office.desk().refill(Office.refill(50)));
        }
        try (var office = reopened(folder)) {
            assertInstanceOf(Funding.Added.class, office.desk().resume().refills().getFirst());
            assertEquals(Postage.ofDollars(150), dataCenter.meter().registers().controlTotal());
        }
    }

    @Test
    void fetchesWhatARestoredOutboxLacks() throws IOException {
        Path folder = folder();
        Path backup = home.resolve("backup");
        try (var office = Office.funded(folder, dataCenter.identity())) {
            office.charged(office.draft());
        }
        copy(folder, backup);
        try (var office = reopened(folder)) {
            office.charged(office.draft(3));
            dataCenter.play(FakeDataCenter.LOSE_THE_REQUEST);
            var draft = office.draft();
            office.desk().buy(draft);
            office.desk().giveUp(draft.id());
            office.charged(office.draft());
        }
        copy(backup, folder);

        try (var office = reopened(folder)) {
            var recovered = office.desk().resume().purchases();

            var batch = assertInstanceOf(Charged.class, recovered.get(0));
            assertEquals(3, batch.pieces().size());
            assertInstanceOf(PrintPlan.Forgotten.class, batch.pieces().getFirst().plan());
            Office.refusal(Refusal.GivenUp.class, recovered.get(1));
            assertInstanceOf(Charged.class, recovered.get(2));
            assertEquals(5, office.desk().unprinted().size());

            office.charged(office.draft());
            assertEquals(new Postage(6 * 740), dataCenter.meter().registers().ascending());
        }
    }

    @Test
    void recoversAtTheNextPurchaseWhatAStaleOutboxDidNotFetch() throws IOException {
        Path folder = folder();
        Path backup = home.resolve("backup");
        Office.funded(folder, dataCenter.identity()).close();
        copy(folder, backup);
        try (var office = reopened(folder)) {
            office.charged(office.draft(2));
        }
        copy(backup, folder);

        try (var office = reopened(folder)) {
            var draft = office.draft();
            Office.refusal(Refusal.Overtaken.class, office.desk().buy(draft));
            assertEquals(2, office.desk().unprinted().size());

            office.charged(draft);
            assertEquals(new Postage(3 * 740), dataCenter.meter().registers().ascending());
        }
    }

    @Test
    void closesARestoredRequestWhoseNumberAnotherTookMeanwhile() throws IOException {
        Path folder = folder();
        Path backup = home.resolve("backup");
        try (var office = Office.funded(folder, dataCenter.identity())) {
            dataCenter.play(FakeDataCenter.LOSE_THE_REQUEST);
            office.desk().buy(office.draft());
        }
        copy(folder, backup);
        try (var office = reopened(folder)) {
            office.desk().giveUp(office.desk().recent(1).getFirst().draft());
        }
        copy(backup, folder);

        try (var office = reopened(folder)) {
            var resumed = office.desk().resume().purchases().getFirst();
            assertInstanceOf(Purchase.NotCharged.class, resumed);
            assertEquals(Postage.ZERO, dataCenter.meter().registers().ascending());
            office.charged(office.draft());
        }
    }

    @Test
    void closesWhatARemovedComputerLeftOpen() {
        try (var office = Office.funded(folder(), dataCenter.identity());
                var other = Office.open(home.resolve("other"), dataCenter.identity())) {
            dataCenter.play(FakeDataCenter.LOSE_THE_REQUEST);
            var draft = office.draft();
            assertInstanceOf(Checking.class, office.desk().buy(draft));
            assertInstanceOf(
                    SigningOn.Done.class,
                    other.desk().recover(Office.USER, Office.PASSWORD.toCharArray()));
            assertInstanceOf(
                    SigningOn.Done.class,
                    office.desk().enrol(Office.USER, Office.PASSWORD.toCharArray()));

            var resumed = office.desk().resume().purchases().getFirst();
            Office.refusal(Refusal.NotEnrolled.class, resumed);
            office.charged(draft);
            assertEquals(new Postage(740), dataCenter.meter().registers().ascending());
        }
    }

    @Test
    void goesOnBehindANumberUnderWhichALostOutboxLetAnotherComputerIn() {
        try (var office = Office.funded(folder(), dataCenter.identity())) {
            var who = office.desk().session().orElseThrow();
            var another = Bytes.of(new byte[MeterRequest.Enrol.KEY_LENGTH]);
            var device = who.device();
            var letIn = new MeterRequest.Enrol(who.serial(), device, 1, another);
            var remove = new MeterRequest.Revoke(who.serial(), device, 2, new DeviceId(2));
            dataCenter.meter().request(office.folder().key().sign(letIn));
            dataCenter.meter().request(office.folder().key().sign(remove));

            var recovered = office.signedOn().desk().resume().purchases();
            assertEquals(2, recovered.size());
            Office.refusal(Refusal.GivenUp.class, recovered.getFirst());
            office.charged(office.draft());
            assertTrue(office.evidence().isEmpty());
        }
    }

    @Test
    void stopsCatchingUpAtAnOutcomeThatDoesNotComeWithoutLosingMoney() throws IOException {
        Path folder = folder();
        Path backup = home.resolve("backup");
        Office.funded(folder, dataCenter.identity()).close();
        copy(folder, backup);
        try (var office = reopened(folder)) {
            office.charged(office.draft());
        }
        copy(backup, folder);

        try (var office = reopened(folder)) {
            dataCenter.endSession();
            assertEquals(List.of(), office.desk().resume().purchases());
            assertEquals(1, office.signedOn().desk().resume().purchases().size());
            assertTrue(office.evidence().isEmpty());
        }
    }

    private Path folder() {
        return home.resolve("mailer");
    }

    private Office reopened(Path folder) {
        return Office.open(folder, dataCenter.identity()).signedOn();
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path leftover : list(to)) {
            Files.delete(leftover);
        }
        for (Path file : list(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
