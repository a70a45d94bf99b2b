package org.franklin.client.signup;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.signup.AccountModel.Missing;
import org.franklin.client.ui.Background;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// The first run, step by step, up to the moment when somebody is signed on.
public final class SignUpModel {

    /// What the mailer is told about the latest try.
    public sealed interface Reply {

        record None() implements Reply {}

        record Refused(Refusal why) implements Reply {}
    }

    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.DATA_CENTER);
    private final ReadOnlyObjectWrapper<Reply> reply =
            new ReadOnlyObjectWrapper<>(new Reply.None());
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();

    private final ObservableValue<Press> press;
    private final ContactModel contact;
    private final AccountModel account = new AccountModel();
    private final Desk desk;
    private final Background background;
    private Consumer<Session> signedOn = _ -> {};

    public SignUpModel(ContactModel contact, Desk desk, Background background) {
        this.contact = contact;
        this.desk = desk;
        this.background = background;
        contact.contactProperty()
                .subscribe(now -> {
                    if (now instanceof Contact.Kept) {
                        step.set(Step.ACCOUNT);
                    }
                });
        account.existingProperty().subscribe(() -> reply.set(new Reply.None()));
        press =
                Bindings.createObjectBinding(
                        this::press,
                        step,
                        asking,
                        contact.contactProperty(),
                        contact.comparedProperty(),
                        account.userProperty(),
                        account.passwordProperty(),
                        account.businessProperty(),
                        account.existingProperty(),
                        account.agreedProperty());
    }

    /// Who goes on when somebody is signed on.
    public void onSignedOn(Consumer<Session> listener) {
        signedOn = listener;
    }

    ContactModel contact() {
        return contact;
    }

    AccountModel account() {
        return account;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Reply> replyProperty() {
        return reply.getReadOnlyProperty();
    }

    /// Whether an answer of the data center is awaited.
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// What the main button does next.
    ObservableValue<Press> pressBinding() {
        return press;
    }

    /// Presses the main button of the open step.
    void goOn() {
        switch (step.get()) {
            case DATA_CENTER -> contact.goOn();
            case ACCOUNT -> leaveAccount();
            case AGREEMENT -> signUp();
            case FUNDS -> {}
        }
    }

    void goBack() {
        reply.set(new Reply.None());
        if (step.get() == Step.AGREEMENT) {
            step.set(Step.ACCOUNT);
        }
    }

    private Press press() {
        return switch (step.get()) {
            case DATA_CENTER ->
                    switch (contact.contactProperty().get()) {
                        case Contact.Looking _, Contact.Kept _ -> Press.LOOKING;
                        case Contact.ToCompare _ ->
                                contact.comparedProperty().get() ? Press.KEEP : Press.COMPARE;
                        case Contact.None _,
                                Contact.BadAddress _,
                                Contact.NotReached _,
                                Contact.NoAuthority _,
                                Contact.OtherKey _ ->
                                Press.LOOK;
                    };
            case ACCOUNT -> {
                boolean exists = account.existingProperty().get();
                if (asking.get()) {
                    yield exists ? Press.ENROLLING : Press.SIGNING_UP;
                }
                yield account.missing() != Missing.NOTHING
                        ? Press.FILL_IN
                        : exists ? Press.ENROL : Press.CONTINUE;
            }
            case AGREEMENT, FUNDS -> {
                if (asking.get()) {
                    yield Press.SIGNING_UP;
                }
                yield account.agreedProperty().get() ? Press.SIGN_UP : Press.AGREE;
            }
        };
    }

    private void leaveAccount() {
        if (account.missing() != Missing.NOTHING || asking.get()) {
            return;
        }
        if (account.existingProperty().get()) {
            var user = account.name().orElseThrow();
            char[] password = password();
            ask(() -> desk.enrol(user, password));
        } else {
            step.set(Step.AGREEMENT);
        }
    }

    private void signUp() {
        if (account.agreedProperty().get() && !asking.get()) {
            var user = account.name().orElseThrow();
            String business = account.businessProperty().get().strip();
            var method = account.methodProperty().get();
            char[] password = password();
            ask(() -> desk.signUp(user, password, business, method));
        }
    }

    private void ask(Supplier<SigningOn> question) {
        reply.set(new Reply.None());
        asking.set(true);
        background.run(question, this::answered);
    }

    private void answered(SigningOn answer) {
        asking.set(false);
        switch (answer) {
            case SigningOn.Done(var session) -> {
                account.passwordProperty().set("");
                step.set(Step.FUNDS);
                signedOn.accept(session);
            }
            case SigningOn.NotDone(var why) -> {
                reply.set(new Reply.Refused(why));
                // A refused name or password is changed where it was typed.
                if (why instanceof Refusal.Said) {
                    step.set(Step.ACCOUNT);
                }
            }
        }
    }

    private char[] password() {
        return account.passwordProperty().get().toCharArray();
    }
}
