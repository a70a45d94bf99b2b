package org.franklin.client.signup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.franklin.client.FakeDesk;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.signup.SignUpModel.Reply;
import org.franklin.client.ui.Background;
import org.franklin.client.ui.Held;
import org.franklin.client.ui.Immediate;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SignUpModelTest {

    private final FakeDesk desk = new FakeDesk();
    private final List<Session> sessions = new ArrayList<>();

    @Test
    void beginsWithTheDataCenter() {
        var model = model(new Announced.Address(""), new Immediate());

        assertEquals(Step.DATA_CENTER, model.stepProperty().get());
        assertEquals(Press.LOOK, model.pressBinding().getValue());
    }

    @Test
    void theMainButtonWaitsForTheTick() {
        var model = model(new Announced.Address("meter.example"), new Immediate());
        model.goOn();
        assertEquals(Press.COMPARE, model.pressBinding().getValue());
        model.contact().comparedProperty().set(true);
        assertEquals(Press.KEEP, model.pressBinding().getValue());
        model.goOn();
        assertEquals(Step.ACCOUNT, model.stepProperty().get());
    }

    @Test
    void goesOnOnlyWhenEveryFieldIsFilledIn() {
        var model = model();
        model.goOn();
        assertEquals(Step.ACCOUNT, model.stepProperty().get());
        assertEquals(Press.FILL_IN, model.pressBinding().getValue());

        fillIn(model);
        assertEquals(Press.CONTINUE, model.pressBinding().getValue());
        model.goOn();
        assertEquals(Step.AGREEMENT, model.stepProperty().get());
        assertEquals(Press.AGREE, model.pressBinding().getValue());
    }

    @Test
    void signsUpOnlyWhoAgrees() {
        var model = model();
        fillIn(model);
        model.goOn();
        model.goOn();
        assertEquals(List.of(), desk.asked);

        model.account().methodProperty().set(PaymentMethod.SANDBOX_CARD);
        model.account().agreedProperty().set(true);
        model.goOn();
        assertEquals(
                List.of("sign up martha.lindqvist, Franklin Demo Office, SANDBOX_CARD, 22"),
                desk.asked);
        assertEquals(Step.FUNDS, model.stepProperty().get());
        assertEquals(1, sessions.size());
        assertEquals("", model.account().passwordProperty().get());
    }

    @Test
    void leadsBackToTheNameThatIsTaken() {
        var taken =
                new Refusal.Said(
                        Problem.of(ProblemType.USER_NAME_TAKEN, "Choose another name.", ""));
        desk.signingOn = FakeDesk.refused(taken);
        var model = agreed(new Immediate());
        model.goOn();

        assertEquals(Step.ACCOUNT, model.stepProperty().get());
        assertEquals(new Reply.Refused(taken), model.replyProperty().get());
        assertEquals("Martha.Lindqvist", model.account().userProperty().get());
    }

    @Test
    void staysWhereItIsWhenTheDataCenterDoesNotAnswer() {
        desk.signingOn = FakeDesk.refused(new Refusal.DoesNotAnswer());
        var model = agreed(new Immediate());
        model.goOn();

        assertEquals(Step.AGREEMENT, model.stepProperty().get());
        assertEquals(Press.SIGN_UP, model.pressBinding().getValue());
        model.goBack();
        assertEquals(new Reply.None(), model.replyProperty().get());
        assertEquals(Step.ACCOUNT, model.stepProperty().get());
    }

    @Test
    void signsUpOnceHoweverOftenItIsPressed() {
        var held = new Held();
        var model = agreed(held);
        model.goOn();
        model.goOn();

        assertEquals(1, held.size());
        assertEquals(Press.SIGNING_UP, model.pressBinding().getValue());
    }

    @Test
    void enrolsThisComputerForAMailerWhoHasAnAccount() {
        var model = model();
        model.account().existingProperty().set(true);
        model.account().userProperty().set("martha.lindqvist");
        assertEquals(Press.FILL_IN, model.pressBinding().getValue());
        model.account().passwordProperty().set("short");
        assertEquals(Press.ENROL, model.pressBinding().getValue());
        model.goOn();

        assertEquals(List.of("enrol martha.lindqvist 5"), desk.asked);
        assertEquals(1, sessions.size());
    }

    @Test
    void theLastStepHasNothingToGoOnTo() {
        var model = agreed(new Immediate());
        model.goOn();
        model.goOn();

        assertEquals(1, desk.asked.size());
        assertFalse(model.askingProperty().get());
    }

    private SignUpModel model() {
        return model(new Announced.Kept(FakeDesk.IDENTITY), new Immediate());
    }

    private SignUpModel model(Announced announced, Background background) {
        var contact = new ContactModel(desk, background, announced);
        var model = new SignUpModel(contact, desk, background);
        model.onSignedOn(sessions::add);
        return model;
    }

    private SignUpModel agreed(Background background) {
        var model = model(new Announced.Kept(FakeDesk.IDENTITY), background);
        fillIn(model);
        model.goOn();
        model.account().agreedProperty().set(true);
        return model;
    }

    private static void fillIn(SignUpModel model) {
        model.account().userProperty().set("Martha.Lindqvist");
        model.account().passwordProperty().set(FakeDesk.PASSWORD);
        model.account().businessProperty().set(" Franklin Demo Office ");
    }
}
