package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.connection.Answer.Why;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.FirstContact.Seen;
import org.franklin.client.datacenter.connection.TestAuthority;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.signup.Announced;
import org.franklin.model.mailer.UserName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

class FolderDeskTest {

    private static final Announced NOTHING = new Announced.Address("");

    private static final DataCenterIdentity IDENTITY =
            new TestAuthority("An authority").identity("https://localhost:1");

    @TempDir private Path folder;

    @Test
    void anEmptyFolderBeginsWithTheFirstRun() {
        try (var desk = desk()) {
            assertEquals(new Beginning.FirstRun(NOTHING), desk.begin());
        }
    }

    @Test
    void aFolderInWhichNobodySignedOnKeepsItsDataCenter() {
        try (var desk = desk()) {
            desk.begin();
            desk.pin(IDENTITY);
        }
        try (var desk = desk()) {
            assertEquals(new Beginning.FirstRun(new Announced.Kept(IDENTITY)), desk.begin());
        }
    }

    @Test
    void aSecondFranklinInTheFolderStopsAndSaysWhy() {
        try (var first = desk();
                var second = desk()) {
            first.begin();

            assertInstanceOf(Beginning.Stopped.class, second.begin());
        }
    }

    @Test
    void nobodyAnswersAtAClosedPort() throws IOException {
        try (var desk = desk()) {
            var seen = desk.look(URI.create("https://localhost:" + closedPort()));

            assertEquals(Why.DOES_NOT_ANSWER, assertInstanceOf(Seen.NotReached.class, seen).why());
        }
    }

    @Test
    void asksNobodyForMoneyWhileNobodyIsSignedOn() {
        try (var desk = desk()) {
            desk.begin();
            desk.pin(IDENTITY);

            assertEquals(new Asked.NotGiven<>(new Refusal.SignedOut()), desk.account());
            assertEquals(new Asked.NotGiven<>(new Refusal.SignedOut()), desk.letterPrice());
            assertEquals(List.of(), desk.recent(10));
            assertEquals(List.of(), desk.resume().unprinted());
            char[] password = FakeDesk.PASSWORD.toCharArray();
            assertInstanceOf(
                    SigningOn.NotDone.class, desk.signOn(new UserName("nobody"), password));
            assertEquals('\0', password[0], "the password is wiped");
        }
    }

    private FolderDesk desk() {
        return new FolderDesk(
                new Settings(folder, NOTHING, Settings.ASK),
                List::of,
                App.CLOCK,
                new SecureRandom());
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
