package org.franklin.client.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.FakeDesk;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.signon.SignOnModel.Reply;
import org.franklin.client.ui.Held;
import org.franklin.client.ui.Immediate;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SignOnModelTest {

    private final FakeDesk desk = new FakeDesk();
    private final List<Session> sessions = new ArrayList<>();
    private final SignOnModel model = new SignOnModel(desk, new Immediate(), new Reply.WasIdle());

    @BeforeEach
    void hear() {
        model.onSignedOn(sessions::add);
    }

    @Test
    void saysAtFirstWhyTheMailerHasToSignOn() {
        assertEquals(new Reply.WasIdle(), model.replyProperty().get());
    }

    @Test
    void isCompleteWithANameAndAPassword() {
        assertFalse(model.completeBinding().getValue());
        model.userProperty().set("martha.lindqvist");
        assertFalse(model.completeBinding().getValue());
        model.passwordProperty().set("secret");
        assertTrue(model.completeBinding().getValue());
        model.userProperty().set("?!");
        assertFalse(model.completeBinding().getValue());
    }

    @Test
    void asksNothingWhileItIsNotComplete() {
        model.signOn();
        model.userProperty().set("martha.lindqvist");
        model.signOn();

        assertEquals(List.of(), desk.asked);
    }

    @Test
    void readsANameWithCapitalsAndSpacesAroundIt() {
        fillIn(" Martha.Lindqvist ");
        model.signOn();

        assertEquals("sign on martha.lindqvist 6", desk.asked.getFirst());
    }

    @Test
    void forgetsThePasswordOnceSomebodyIsSignedOn() {
        fillIn("martha.lindqvist");
        model.signOn();

        assertEquals("", model.passwordProperty().get());
        assertEquals(1, sessions.size());
    }

    @Test
    void keepsWhatWasTypedAfterARefusal() {
        desk.signingOn = FakeDesk.refused(new Refusal.DoesNotAnswer());
        fillIn("martha.lindqvist");
        model.signOn();

        assertEquals("secret", model.passwordProperty().get());
        assertEquals(new Reply.Refused(new Refusal.DoesNotAnswer()), model.replyProperty().get());
        assertEquals(0, sessions.size());
    }

    @Test
    void offersToEnrolAComputerThatTheMeterDoesNotKnow() {
        desk.signingOn = FakeDesk.refused(new Refusal.NotEnrolled("no such device"));
        fillIn("martha.lindqvist");
        model.signOn();
        assertEquals(new Reply.NotEnrolled(), model.replyProperty().get());

        model.enrol();
        assertEquals("enrol martha.lindqvist 6", desk.asked.getLast());
        assertEquals(1, sessions.size());
    }

    @Test
    void offersToTakeThePlaceOfEightOthers() {
        var full = Problem.of(ProblemType.TOO_MANY_DEVICES, "Remove one first.", "");
        desk.signingOn = FakeDesk.refused(new Refusal.NotEnrolled("no such device"));
        desk.enrolling = FakeDesk.refused(new Refusal.Said(full));
        fillIn("martha.lindqvist");
        model.signOn();
        model.enrol();
        assertEquals(new Reply.TooManyComputers(), model.replyProperty().get());
        assertEquals("secret", model.passwordProperty().get());

        model.recover();
        assertEquals("recover martha.lindqvist 6", desk.asked.getLast());
        assertEquals(1, sessions.size());
    }

    @Test
    void asksOnceHoweverOftenItIsPressed() {
        var held = new Held();
        var busy = new SignOnModel(desk, held, new Reply.None());
        busy.userProperty().set("martha.lindqvist");
        busy.passwordProperty().set("secret");
        busy.signOn();
        busy.signOn();
        busy.enrol();

        assertEquals(1, held.size());
        assertEquals(new Reply.SigningOn(), busy.replyProperty().get());
    }

    private void fillIn(String user) {
        model.userProperty().set(user);
        model.passwordProperty().set("secret");
    }
}
