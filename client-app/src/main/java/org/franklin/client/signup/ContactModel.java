package org.franklin.client.signup;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.franklin.client.datacenter.MailerFolder.Pinning;
import org.franklin.client.datacenter.connection.DataCenterAddress;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.FirstContact.Seen;
import org.franklin.client.ui.Background;
import org.franklin.model.canonical.Decoded;

import java.net.URI;
import java.util.function.Consumer;

/// The first step: the data center's key is shown, compared by a person and only then kept.
///
/// A key that was announced another way, as on the command line, is compared by the program.
public final class ContactModel {

    private final StringProperty address = new SimpleStringProperty("");
    private final BooleanProperty compared = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Contact> contact =
            new ReadOnlyObjectWrapper<>(new Contact.None());

    private final Desk desk;
    private final Background background;
    private final Announced announced;

    public ContactModel(Desk desk, Background background, Announced announced) {
        this.desk = desk;
        this.background = background;
        this.announced = announced;
        address.set(announced.url());
        address.subscribe(this::forget);
        if (announced instanceof Announced.Kept(var identity)) {
            contact.set(new Contact.Kept(identity));
        }
    }

    StringProperty addressProperty() {
        return address;
    }

    /// Whether the mailer says that the two fingerprints are the same.
    BooleanProperty comparedProperty() {
        return compared;
    }

    ReadOnlyObjectProperty<Contact> contactProperty() {
        return contact.getReadOnlyProperty();
    }

    /// Who hears which data center is kept.
    public void onKept(Consumer<DataCenterIdentity> listener) {
        contact.subscribe(now -> {
            if (now instanceof Contact.Kept(var identity)) {
                listener.accept(identity);
            }
        });
    }

    /// Looks at the data center, or, once its key is compared, keeps the key.
    public void goOn() {
        switch (contact.get()) {
            case Contact.ToCompare(var identity) -> {
                if (compared.get()) {
                    keep(identity);
                }
            }
            case Contact.Looking _, Contact.Kept _ -> {}
            case Contact.None _,
                    Contact.BadAddress _,
                    Contact.NotReached _,
                    Contact.NoAuthority _,
                    Contact.OtherKey _ ->
                    look();
        }
    }

    private void look() {
        switch (DataCenterAddress.parseUrl(address.get())) {
            case Decoded.Malformed<URI>(var whatToDo) ->
                    contact.set(new Contact.BadAddress(whatToDo));
            case Decoded.Valid<URI>(var url) -> {
                contact.set(new Contact.Looking());
                background.run(() -> desk.look(url), this::seen);
            }
        }
    }

    private void seen(Seen seen) {
        switch (seen) {
            case Seen.NotReached(var why, _) -> contact.set(new Contact.NotReached(why));
            case Seen.NoAuthority _ -> contact.set(new Contact.NoAuthority());
            case Seen.Authority(var identity, _, _) -> compare(identity);
        }
    }

    private void compare(DataCenterIdentity identity) {
        var seen = identity.address().fingerprint();
        switch (announced) {
            case Announced.Address _, Announced.Kept _ ->
                    contact.set(new Contact.ToCompare(identity));
            case Announced.Key(_, var key) when key.equals(seen) -> keep(identity);
            case Announced.Key(_, var key) -> contact.set(new Contact.OtherKey(seen, key));
        }
    }

    private void keep(DataCenterIdentity identity) {
        background.run(() -> desk.pin(identity), pinning -> kept(identity, pinning));
    }

    private void kept(DataCenterIdentity identity, Pinning pinning) {
        switch (pinning) {
            case Pinning.Pinned _ -> contact.set(new Contact.Kept(identity));
            case Pinning.OtherAuthority(var pinned) ->
                    contact.set(new Contact.OtherKey(identity.address().fingerprint(), pinned));
        }
    }

    /// What was seen belongs to the address that was typed.
    private void forget() {
        compared.set(false);
        contact.set(new Contact.None());
    }
}
