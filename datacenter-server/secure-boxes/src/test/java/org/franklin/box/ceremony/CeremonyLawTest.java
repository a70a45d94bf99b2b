package org.franklin.box.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.ceremony.Statement.Kind;
import org.franklin.box.freshness.Slot;
import org.franklin.box.keeper.Keeper;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.keeper.Signed;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.verifier.Verifier;
import org.franklin.box.verifier.VerifierKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The law of ceremonies, row by row.
class CeremonyLawTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Bytes CLUSTER = Bytes.of(new byte[16]);
    private static final Hash HEAD = Hash.of(new byte[] {1});
    private static final String METER = "meter 1042";

    private final KeeperKey ann = KeeperKey.draw("Ann", RANDOM);
    private final KeeperKey bob = KeeperKey.draw("Bob", RANDOM);
    private final KeeperKey eve = KeeperKey.draw("Eve", RANDOM);
    private final Keepers keepers = new Keepers(List.of(ann.keeper(), bob.keeper()));

    private final Verifier chicago = VerifierKey.draw("Post Chicago", RANDOM).verifier();

    private Optional<String> stopped = Optional.empty();
    private Optional<String> broken = Optional.empty();
    private boolean tokenKeys = true;
    private Optional<Slot> slot = latched(Evidence.ROLLED_BACK);

    @Test
    void twoKeepersUnlatchALatchedMeter() {
        assertEquals(new Judgement.Allowed(), judge(order(unlatch())));
        assertEquals(
                new Judgement.Allowed(),
                judge(new Order(unlatch(), sign(bob, unlatch()), sign(ann, unlatch()))));
    }

    @Test
    void nobodyIsTwoPeople() {
        refused(
                new CeremonyRefusal.SamePerson("Ann"),
                new Order(unlatch(), sign(ann, unlatch()), sign(ann, unlatch())));
    }

    @Test
    void onlyTheEnrolledCount() {
        refused(
                new CeremonyRefusal.NotEnrolled("Eve"),
                new Order(unlatch(), sign(ann, unlatch()), sign(eve, unlatch())));
        refused(
                new CeremonyRefusal.NotEnrolled("Eve"),
                new Order(unlatch(), sign(eve, unlatch()), sign(ann, unlatch())));
    }

    @Test
    void aNameIsNoSignature() {
        var forged = new Signed("Bob", sign(eve, unlatch()).signature());
        refused(
                new CeremonyRefusal.BadSignature("Bob"),
                new Order(unlatch(), sign(ann, unlatch()), forged));
        var twice = new Signed("Bob", sign(ann, unlatch()).signature());
        refused(
                new CeremonyRefusal.BadSignature("Bob"),
                new Order(unlatch(), sign(ann, unlatch()), twice));
    }

    @Test
    void aSignatureIsForItsOwnStatement() {
        var another = statement(Kind.HEAL, METER, "why", HEAD, NOON);
        refused(
                new CeremonyRefusal.BadSignature("Ann"),
                new Order(unlatch(), sign(ann, another), sign(bob, unlatch())));
    }

    @Test
    void oneKeeperIsTooFew() {
        var alone = new Keepers(List.of(ann.keeper()));
        assertEquals(
                new Judgement.Refused(new CeremonyRefusal.TooFewKeepers()),
                CeremonyLaw.judge(situation(alone), order(unlatch()), NOON));
    }

    @Test
    void theHeadIsThePresentOne() {
        refused(
                new CeremonyRefusal.OldHead(),
                order(statement(Kind.UNLATCH, METER, "why", Hash.NONE, NOON)));
    }

    @Test
    void aRequestIsForOneBoxOfOneInstallation() {
        refused(
                new CeremonyRefusal.WrongBox("transaction box"),
                order(
                        new Statement(
                                Kind.UNLATCH,
                                CLUSTER,
                                "transaction box",
                                METER,
                                "why",
                                HEAD,
                                NOON)));
        refused(
                new CeremonyRefusal.WrongInstallation(),
                order(
                        new Statement(
                                Kind.UNLATCH,
                                Bytes.of(new byte[] {1}),
                                "meter box",
                                METER,
                                "why",
                                HEAD,
                                NOON)));
    }

    @Test
    void aRequestIsGoodForADay() {
        var late = NOON.minus(Duration.ofHours(24)).minusMillis(1);
        refused(
                new CeremonyRefusal.WrongTime(),
                order(statement(Kind.UNLATCH, METER, "why", HEAD, late)));
        refused(
                new CeremonyRefusal.WrongTime(),
                order(statement(Kind.UNLATCH, METER, "why", HEAD, NOON.plusSeconds(61))));
        assertEquals(
                new Judgement.Allowed(),
                judge(order(statement(Kind.UNLATCH, METER, "why", HEAD, late.plusMillis(1)))));
    }

    @Test
    void aReasonHasWords() {
        for (String reason : List.of("", "  ", "a\nb", "x".repeat(201))) {
            refused(
                    new CeremonyRefusal.BadReason(),
                    order(statement(Kind.UNLATCH, METER, reason, HEAD, NOON)));
        }
    }

    @Test
    void whatIsNotLatchedIsNotUnlatched() {
        slot = Optional.of(new Slot(7, HEAD, HEAD, Optional.empty()));
        refused(new CeremonyRefusal.NothingToDo(), order(unlatch()));
        refused(new CeremonyRefusal.NothingToDo(), order(ofBox(Kind.UNLATCH_BOX)));
        refused(new CeremonyRefusal.NothingToDo(), order(ofBox(Kind.REPROVISION)));
    }

    @Test
    void aStrangeSubjectIsUnknown() {
        slot = Optional.empty();
        refused(new CeremonyRefusal.SubjectUnknown(METER), order(unlatch()));
        refused(new CeremonyRefusal.SubjectUnknown(METER), order(heal(METER)));
        assertEquals(new Judgement.Allowed(), judge(order(heal(Statement.ALL))));
    }

    @Test
    void whatCannotBeReadBackIsHealedNotUnlatched() {
        slot = latched(Evidence.DAMAGED);
        refused(new CeremonyRefusal.NeedsHealing(), order(unlatch()));
        assertEquals(new Judgement.Allowed(), judge(order(heal(METER))));
    }

    @Test
    void aStoppedBoxComesFirst() {
        stopped = Optional.of("a fork");
        refused(new CeremonyRefusal.BoxStopped(), order(unlatch()));
        refused(new CeremonyRefusal.BoxStopped(), order(heal(Statement.ALL)));
        assertEquals(new Judgement.Allowed(), judge(order(ofBox(Kind.UNLATCH_BOX))));
        assertEquals(new Judgement.Allowed(), judge(order(ofBox(Kind.REPROVISION))));
    }

    @Test
    void aBoxThatLostItsMemoryIsNotSimplyUnlatched() {
        stopped = Optional.of("a record" + DecisionTable.BEHIND);
        refused(new CeremonyRefusal.NeedsReprovision(), order(ofBox(Kind.UNLATCH_BOX)));
        assertEquals(new Judgement.Allowed(), judge(order(ofBox(Kind.REPROVISION))));
    }

    @Test
    void aBrokenJournalTakesNoCeremony() {
        broken = Optional.of("the journal's disk failed");
        refused(new CeremonyRefusal.OutOfService("the journal's disk failed"), order(unlatch()));
    }

    @Test
    void twoKeepersHaveTokenKeysSealedToTheVerifierWhomBothSigned() {
        assertEquals(new Judgement.Allowed(), judge(order(export(chicago))));
        refused(
                new CeremonyRefusal.SamePerson("Ann"),
                new Order(export(chicago), sign(ann, export(chicago)), sign(ann, export(chicago))));
        refused(
                new CeremonyRefusal.NotEnrolled("Eve"),
                new Order(export(chicago), sign(ann, export(chicago)), sign(eve, export(chicago))));
        assertEquals(
                new Judgement.Refused(new CeremonyRefusal.TooFewKeepers()),
                CeremonyLaw.judge(
                        situation(new Keepers(List.of(ann.keeper()))),
                        order(export(chicago)),
                        NOON));
    }

    @Test
    void anotherVerifierOrKeyThanWasSignedGetsNothing() {
        var denver = VerifierKey.draw("Post Denver", RANDOM).verifier();
        var namesake = VerifierKey.draw("Post Chicago", RANDOM).verifier();
        for (Verifier other : List.of(denver, namesake)) {
            refused(
                    new CeremonyRefusal.BadSignature("Ann"),
                    new Order(
                            export(other), sign(ann, export(chicago)), sign(bob, export(chicago))));
            refused(
                    new CeremonyRefusal.BadSignature("Bob"),
                    new Order(export(other), sign(ann, export(other)), sign(bob, export(chicago))));
        }
        for (String nobody : List.of(Statement.ALL, Statement.BOX, METER, "verifier Post")) {
            refused(
                    new CeremonyRefusal.NoVerifier(),
                    order(statement(Kind.EXPORT_TOKEN_KEYS, nobody, "why", HEAD, NOON)));
        }
    }

    @Test
    void anExportIsForOneHeadAndInstallationAndBox() {
        var subject = chicago.subject();
        refused(
                new CeremonyRefusal.OldHead(),
                order(statement(Kind.EXPORT_TOKEN_KEYS, subject, "why", Hash.NONE, NOON)));
        refused(
                new CeremonyRefusal.WrongInstallation(),
                order(
                        new Statement(
                                Kind.EXPORT_TOKEN_KEYS,
                                Bytes.of(new byte[] {1}),
                                "meter box",
                                subject,
                                "why",
                                HEAD,
                                NOON)));
        stopped = Optional.of("a fork");
        refused(new CeremonyRefusal.BoxStopped(), order(export(chicago)));
    }

    @Test
    void whereThereAreNoTokenKeysNoneAreExported() {
        tokenKeys = false;
        refused(new CeremonyRefusal.NoTokenKeys(), order(export(chicago)));
    }

    @Test
    void keepersAreDifferentPeopleWithDifferentKeys() {
        var copy = new Keeper("Copy", ann.keeper().publicKey());
        var namesake = new Keeper("Ann", bob.keeper().publicKey());
        var keyless = new Keeper("Dan", Bytes.of(new byte[91]));
        for (var other : List.of(copy, namesake, keyless)) {
            assertTrue(
                    Keepers.of(List.of(ann.keeper(), other)) instanceof Keepers.Naming.Refused,
                    other.name());
        }
        assertFalse(Keepers.NONE.areEnough());
    }

    private static Optional<Slot> latched(Evidence evidence) {
        return Optional.of(new Slot(7, HEAD, HEAD, Optional.of(evidence)));
    }

    private Situation situation(Keepers whom) {
        return new Situation(CLUSTER, "meter box", whom, HEAD, stopped, broken, slot, tokenKeys);
    }

    private Judgement judge(Order order) {
        return CeremonyLaw.judge(situation(keepers), order, NOON);
    }

    private void refused(CeremonyRefusal refusal, Order order) {
        assertEquals(new Judgement.Refused(refusal), judge(order));
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
    }

    private Order order(Statement statement) {
        return new Order(statement, sign(ann, statement), sign(bob, statement));
    }

    private static Signed sign(KeeperKey key, Statement statement) {
        return key.sign(Canonical.bytes(statement));
    }

    private static Statement unlatch() {
        return statement(Kind.UNLATCH, METER, "why", HEAD, NOON);
    }

    private static Statement heal(String subject) {
        return statement(Kind.HEAL, subject, "why", HEAD, NOON);
    }

    private static Statement export(Verifier verifier) {
        return statement(Kind.EXPORT_TOKEN_KEYS, verifier.subject(), "why", HEAD, NOON);
    }

    private static Statement ofBox(Kind kind) {
        return statement(kind, Statement.BOX, "why", HEAD, NOON);
    }

    private static Statement statement(
            Kind kind, String subject, String reason, Hash head, Instant time) {
        return new Statement(kind, CLUSTER, "meter box", subject, reason, head, time);
    }
}
