package org.franklin.client.signup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.FakeDesk;
import org.franklin.client.datacenter.MailerFolder.Pinning;
import org.franklin.client.datacenter.connection.Answer.Why;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.datacenter.connection.FirstContact.Seen;
import org.franklin.client.ui.Immediate;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class ContactModelTest {

    private static final String URL = "https://meter.example:8443";
    private static final Fingerprint KEY = FakeDesk.IDENTITY.address().fingerprint();
    private static final Fingerprint OTHER =
            Fingerprint.of(Bytes.of("another".getBytes(StandardCharsets.UTF_8)));

    private final FakeDesk desk = new FakeDesk();
    private final List<DataCenterIdentity> kept = new ArrayList<>();

    @Test
    void keepsAKeyOnlyWhenAPersonHasComparedIt() {
        var model = model(new Announced.Address(URL));
        model.goOn();
        assertEquals(new Contact.ToCompare(FakeDesk.IDENTITY), model.contactProperty().get());

        model.goOn();
        assertEquals(List.of("look " + URL), desk.asked);

        model.comparedProperty().set(true);
        model.goOn();
        assertEquals(new Contact.Kept(FakeDesk.IDENTITY), model.contactProperty().get());
        assertEquals(List.of(FakeDesk.IDENTITY), kept);
    }

    @Test
    void anotherAddressIsLookedAtAnew() {
        var model = model(new Announced.Address(URL));
        model.goOn();
        model.comparedProperty().set(true);
        model.addressProperty().set("other.example");

        assertEquals(new Contact.None(), model.contactProperty().get());
        assertFalse(model.comparedProperty().get());
    }

    @Test
    void comparesAnAnnouncedKeyByItself() {
        var model = model(new Announced.Key(URL, KEY));
        model.goOn();

        assertEquals(List.of(FakeDesk.IDENTITY), kept);
    }

    @Test
    void neverKeepsAKeyThatIsNotTheAnnouncedOne() {
        var model = model(new Announced.Key(URL, OTHER));
        model.goOn();

        assertEquals(new Contact.OtherKey(KEY, OTHER), model.contactProperty().get());
        assertEquals(List.of("look " + URL), desk.asked);
    }

    @Test
    void aFolderOfAnotherDataCenterStaysWithIt() {
        desk.pinning = new Pinning.OtherAuthority(OTHER);
        var model = model(new Announced.Key(URL, KEY));
        model.goOn();

        assertEquals(new Contact.OtherKey(KEY, OTHER), model.contactProperty().get());
        assertEquals(List.of(), kept);
    }

    @Test
    void aKeyThatWasKeptBeforeNeedsNoLook() {
        var model = model(new Announced.Kept(FakeDesk.IDENTITY));

        assertEquals(List.of(FakeDesk.IDENTITY), kept);
        model.goOn();
        assertEquals(List.of(), desk.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://plain.example", "https://meter.example/path", "a b"})
    void refusesWhatIsNoAddress(String typed) {
        var model = model(new Announced.Address(typed));
        model.goOn();

        assertInstanceOf(Contact.BadAddress.class, model.contactProperty().get());
        assertEquals(List.of(), desk.asked);
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void saysWhyNobodyWasReached(Why why) {
        desk.seen = new Seen.NotReached(why, "for the log");
        var model = model(new Announced.Address(URL));
        model.goOn();

        assertEquals(new Contact.NotReached(why), model.contactProperty().get());
    }

    @Test
    void asksAgainAfterAFailure() {
        desk.seen = new Seen.NoAuthority("a web server");
        var model = model(new Announced.Address(URL));
        model.goOn();
        assertEquals(new Contact.NoAuthority(), model.contactProperty().get());

        model.goOn();
        assertEquals(2, desk.asked.size());
    }

    private ContactModel model(Announced announced) {
        var model = new ContactModel(desk, new Immediate(), announced);
        model.onKept(kept::add);
        return model;
    }
}
