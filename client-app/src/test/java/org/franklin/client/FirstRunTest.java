package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.signup.Announced;
import org.franklin.client.ui.Immediate;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.util.UUID;

class FirstRunTest {

    private final FakeDesk desk = new FakeDesk();
    private final Immediate time = new Immediate(App.NOW);

    @Test
    void leadsFromTheKeyOfTheDataCenterToHome() {
        desk.balance = new Asked.Given<>(Paid.balance("50.00"));
        desk.fundings.add(
                new Funding.Added(
                        new UUID(0, 0), Postage.ofDollars(50), Paid.receipt(App.NOW, "50.00", 2)));
        try (var app = App.open(desk, time)) {
            app.type("#address", "meter.example:8443");
            app.press("#main");
            assertTrue(app.find("#main").isDisabled(), "nothing is kept before it is compared");
            app.photograph("signup-key-light");

            app.does(() -> ((CheckBox) app.find("#compared")).setSelected(true));
            app.press("#main");
            app.type("#user", "martha.lindqvist");
            app.type("#password", FakeDesk.PASSWORD);
            app.type("#business", "Franklin Demo Office");
            app.photographAll("signup-account");

            app.press("#main");
            app.does(() -> ((CheckBox) app.find("#agreed")).setSelected(true));
            app.photograph("signup-agreement-light");
            app.press("#main");
            app.photograph("signup-funds-light");
            app.pressNamed("Add $50.00");
            app.photograph("signup-added-light");
            app.pressNamed("Done");

            assertTrue(app.shows("67 letters"));
            assertTrue(app.shows("No pieces yet"));
            app.photographAll("home-empty");
        }
        assertEquals("pin", desk.asked.get(1));
        assertEquals(
                "sign up martha.lindqvist, Franklin Demo Office, SANDBOX_ACH, 22",
                desk.asked.get(2));
        assertEquals(1, desk.refills.size());
        assertEquals("close", desk.asked.getLast());
    }

    @Test
    void comparesAnAnnouncedKeyByItself() {
        var fingerprint = FakeDesk.IDENTITY.address().fingerprint();
        desk.beginning =
                new Beginning.FirstRun(
                        new Announced.Key("https://meter.example:8443", fingerprint));
        try (var app = App.open(desk, time)) {
            assertTrue(app.shows("Your account"));
            assertFalse(app.find("#user").isDisabled());
        }
    }

    @Test
    void enterInAFieldGoesOnAndAnotherKindOfAccountBeginsInItsFirstField() {
        var fingerprint = FakeDesk.IDENTITY.address().fingerprint();
        desk.beginning =
                new Beginning.FirstRun(
                        new Announced.Key("https://meter.example:8443", fingerprint));
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.ENTER);
            assertTrue(app.shows("Your account"), "nothing is filled in yet");
            app.pressNamed("I already have an account");
            assertTrue(app.isFocused("#user"));
            app.type("#user", "martha.lindqvist");
            app.type("#password", FakeDesk.PASSWORD);
            app.does(() -> app.find("#password").requestFocus());
            app.robot().push(KeyCode.ENTER);

            assertEquals("enrol martha.lindqvist 22", desk.asked.getLast());
        }
    }
}
