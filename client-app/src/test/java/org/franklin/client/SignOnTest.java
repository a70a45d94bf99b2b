package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.signon.IdleModel;
import org.franklin.client.ui.Held;
import org.franklin.client.ui.Immediate;
import org.franklin.client.ui.control.PasswordBox;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

class SignOnTest {

    private final FakeDesk desk = new FakeDesk();
    private final Immediate time = new Immediate(App.NOW);

    @BeforeEach
    void somebodyWasHereBefore() {
        desk.beginning = new Beginning.SignOn(FakeDesk.IDENTITY, "martha.lindqvist");
    }

    @Test
    void tellsAWrongPasswordFromALostNetworkFromAnUnknownComputer() {
        desk.signingOn =
                FakeDesk.refused(
                        new Refusal.Said(
                                Problem.of(
                                        ProblemType.WRONG_PASSWORD,
                                        "Nothing was changed. 4 tries are left.",
                                        "")));
        try (var app = App.open(desk, time)) {
            assertTrue(app.isFocused("#password"));
            assertTrue(app.find("#main").isDisabled());
            assertTrue(app.shows("I have no account yet"));
            app.photograph("signon-light");

            app.type("#password", "a wrong password");
            app.press("#main");
            assertTrue(app.shows("That password does not fit this name."));
            assertTrue(app.shows("4 tries are left."));
            app.photographAll("signon-wrong");

            desk.signingOn = FakeDesk.refused(new Refusal.Offline());
            app.press("#main");
            assertTrue(app.shows("This computer is offline."));

            desk.signingOn = FakeDesk.refused(new Refusal.NotEnrolled(""));
            app.press("#main");
            app.photograph("signon-enrol-light");
            var full = Problem.of(ProblemType.TOO_MANY_DEVICES, "Remove one first.", "");
            desk.enrolling = FakeDesk.refused(new Refusal.Said(full));
            app.press("#enrol");
            assertTrue(app.shows("as many as it can hold."));
            app.photograph("signon-recover-light");
            app.press("#recover");
            assertTrue(app.shows("Your balance is enough for"));
        }
        assertEquals("enrol martha.lindqvist 16", desk.asked.get(3));
        assertEquals("recover martha.lindqvist 16", desk.asked.get(4));
    }

    @Test
    void aSecondPressWhileItSignsOnDoesNothing() {
        var held = new Held();
        try (var app = App.open(desk, held)) {
            app.does(held::release);
            app.type("#password", FakeDesk.PASSWORD);
            app.press("#main");
            app.press("#main");
            app.photograph("signon-waiting-light");

            assertEquals(1, held.size());
            assertFalse(app.find("#main").isDisabled());
            assertTrue(app.shows("Signing on…"));
        }
    }

    @Test
    void warnsAMinuteBeforeItSignsOutAndKeepsTheWindow() {
        desk.beginning =
                new Beginning.SignedOn(FakeDesk.IDENTITY, FakeDesk.session("martha.lindqvist"));
        desk.purchases.addAll(Paid.aMonth());
        var clock = new MovingClock(time);
        try (var app = App.open(desk, time, clock)) {
            app.does(() -> time.pass(IdleModel.LONGEST.minus(Duration.ofSeconds(59))));
            app.photograph("idle-light");
            assertTrue(app.shows("You will be signed out in 59 s. Your work is kept."));
            assertTrue(app.isFocused("#stay"));

            app.press("#stay");
            assertFalse(app.shows("Are you still there?"));

            app.does(() -> time.pass(IdleModel.LONGEST));
            assertEquals(List.of("sign off"), desk.asked);
            assertTrue(app.shows("You were signed out after 15 minutes."));
            app.photograph("signon-idle-light");

            app.type("#password", FakeDesk.PASSWORD);
            app.press("#main");
            assertTrue(app.shows("Recent pieces"));
        }
    }

    @Test
    void asksForThePasswordWhenTheDataCenterEndedTheSession() {
        desk.beginning =
                new Beginning.SignedOn(FakeDesk.IDENTITY, FakeDesk.session("martha.lindqvist"));
        desk.balance = new Asked.NotGiven<>(new Refusal.SignedOut());
        desk.signingOn = new SigningOn.Done(FakeDesk.session("martha.lindqvist"));
        try (var app = App.open(desk, time)) {
            assertTrue(app.shows("You were signed out."));
        }
    }

    /// The window of the piece is gone from sight, but it goes on asking.
    @Test
    void aPieceThatIsCheckedMeanwhileDisturbsNobodyWhoSignsOn() {
        desk.beginning =
                new Beginning.SignedOn(FakeDesk.IDENTITY, FakeDesk.session("martha.lindqvist"));
        desk.buying.add(SignOnTest::inDoubt);
        for (int check = 0; check < 9; check++) {
            desk.checking.add(_ -> inDoubt(desk.drafts.getFirst()));
        }
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            app.type("#to", ComposeTest.DANA);
            app.type("#from", ComposeTest.OFFICE);
            app.does(() -> time.pass(Duration.ofSeconds(1)));
            app.press("#main");
            assertTrue(app.shows("We are checking whether you were charged."));

            desk.balance = new Asked.NotGiven<>(new Refusal.SignedOut());
            app.does(() -> time.pass(Duration.ofSeconds(5)));
            assertTrue(app.shows("You were signed out."));
            app.type("#password", "half a pass");
            app.does(() -> time.pass(Duration.ofSeconds(30)));

            assertEquals("half a pass", ((PasswordBox) app.find("#password")).getPassword());
            assertEquals(1, desk.asked.stream().filter("sign off"::equals).count());
        }
    }

    private static Purchase inDoubt(Draft draft) {
        return new Purchase.Checking(draft.id(), draft.quote().total(), App.NOW, Doubt.SIGNED_OUT);
    }

    /// The immediate background's time, as a clock with a zone.
    private static final class MovingClock extends Clock {

        private final Immediate time;

        MovingClock(Immediate time) {
            this.time = time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("America/New_York");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(time.instant(), zone);
        }

        @Override
        public java.time.Instant instant() {
            return time.instant();
        }
    }
}
