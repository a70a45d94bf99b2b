package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.VerifiedStatement.Broken;
import org.franklin.client.datacenter.outcome.VerifiedStatement.Holds;
import org.franklin.client.datacenter.outcome.VerifiedStatement.NotRead;
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

/// A statement is proven on the mailer's own machine, whoever sends it.
class StatementTest {

    @TempDir private Path folder;

    private final FakeDataCenter dataCenter = new FakeDataCenter();

    @AfterEach
    void close() {
        dataCenter.close();
    }

    @Test
    void holdsForAnHonestHistory() {
        try (var office = busyOffice()) {
            var holds = assertInstanceOf(Holds.class, office.desk().statement());

            // Admitted, enrolled, refilled, three pieces, voided, one piece.
            assertEquals(6, holds.steps().size());
            assertEquals(Postage.ofDollars(100), holds.refilled());
            assertEquals(Postage.ofCents(4 * 74), holds.registers().ascending());
            assertEquals(dataCenter.meter().registers(), holds.registers());
        }
    }

    @Test
    void leavesTheKeysHereAndSaysWhenTheyCame() {
        try (var office = busyOffice()) {
            var before = Instant.now().minusSeconds(60);
            assertInstanceOf(Holds.class, office.desk().statement());
            dataCenter.close();
            var kept = office.desk().keptKeys().orElseThrow();

            assertTrue(kept.time().isAfter(before));
            assertTrue(
                    dataCenter.meter().steps().stream()
                            .allMatch(step ->
                                    new ReceiptVerifier(kept.keys()).isGenuine(step.receipt())));
        }
    }

    @Test
    void readsALongHistoryPageByPage() {
        try (var office = busyOffice()) {
            for (int i = 0; i < 250; i++) {
                var _ = dataCenter.meter().refill(Office.refill(1));
            }
            var holds = assertInstanceOf(Holds.class, office.desk().statement());

            assertEquals(256, holds.steps().size());
            assertEquals(Postage.ofDollars(350), holds.refilled());
        }
    }

    @Test
    void readsAHistoryThatEndsWithAPage() {
        try (var office = busyOffice()) {
            for (int i = 6; i < 100; i++) {
                var _ = dataCenter.meter().refill(Office.refill(1));
            }
            assertEquals(
                    100, assertInstanceOf(Holds.class, office.desk().statement()).steps().size());
        }
    }

    @Test
    void breaksWhereAnyStepIsLeftOut() {
        try (var office = busyOffice()) {
            for (int left = 0; left < 6; left++) {
                dataCenter.hide(dataCenter.meter().steps().get(left));
                var broken = assertInstanceOf(Broken.class, office.desk().statement());
                // The end is not missed by the chain, but by what this computer holds.
                assertEquals(left == 5 ? 5 : left + 1, broken.counter(), broken.law());
                dataCenter.showAll();
            }
            assertInstanceOf(Holds.class, office.desk().statement());
        }
    }

    @Test
    void breaksWhereEverythingIsLeftOut() {
        try (var office = busyOffice()) {
            dataCenter.meter().steps().forEach(dataCenter::hide);

            assertEquals(
                    "the statement is empty",
                    assertInstanceOf(Broken.class, office.desk().statement()).law());
        }
    }

    @Test
    void breaksUnderKeysThatDoNotCertifyTheReceipts() {
        try (var office = busyOffice()) {
            var keys = dataCenter.post().keys();
            dataCenter.keys(new Keys(keys.root(), keys.certificates().subList(1, 3), 5));

            assertEquals(0, assertInstanceOf(Broken.class, office.desk().statement()).counter());
        }
    }

    @Test
    void isNotReadWithoutASessionOrADataCenter() {
        try (var office = busyOffice()) {
            dataCenter.close();
            var lost = assertInstanceOf(NotRead.class, office.desk().statement());
            assertEquals(false, lost.why().sentence().isBlank());
            office.desk().signOff();
            assertEquals(new NotRead(new Refusal.SignedOut()), office.desk().statement());
        }
    }

    private Office busyOffice() {
        var office = Office.funded(folder, dataCenter.identity());
        office.charged(office.draft(3));
        var draft = office.draft();
        dataCenter.play(FakeDataCenter.LOSE_THE_REQUEST);
        office.desk().buy(draft);
        office.desk().giveUp(draft.id());
        office.charged(office.draft());
        return office;
    }
}
