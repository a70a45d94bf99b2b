package org.franklin.client.signon;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.ui.Background;
import org.franklin.model.mailer.UserName;
import org.franklin.model.wire.ProblemType;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A name, a password, and what came of the latest try.
public final class SignOnModel {

    /// What the mailer is told.
    public sealed interface Reply {

        record None() implements Reply {}

        /// Time ran out while nobody was there.
        record WasIdle() implements Reply {}

        record SigningOn() implements Reply {}

        record Enrolling() implements Reply {}

        /// The name and password may be right; it is this computer that the meter does not know.
        record NotEnrolled() implements Reply {}

        /// The meter has as many computers as it can hold, and this is another one.
        record TooManyComputers() implements Reply {}

        record Refused(Refusal why) implements Reply {}
    }

    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Reply> reply;
    private final ObservableValue<Boolean> complete =
            Bindings.createBooleanBinding(
                    () -> name().isPresent() && !password.get().isEmpty(), user, password);

    private final Desk desk;
    private final Background background;
    private Consumer<Session> signedOn = _ -> {};

    /// `why` is what the mailer is told at first.
    public SignOnModel(Desk desk, Background background, Reply why) {
        this.desk = desk;
        this.background = background;
        this.reply = new ReadOnlyObjectWrapper<>(why);
    }

    /// Who goes on when somebody is signed on.
    public void onSignedOn(Consumer<Session> listener) {
        signedOn = listener;
    }

    public StringProperty userProperty() {
        return user;
    }

    StringProperty passwordProperty() {
        return password;
    }

    public ReadOnlyObjectProperty<Reply> replyProperty() {
        return reply.getReadOnlyProperty();
    }

    /// Whether name and password are there.
    ObservableValue<Boolean> completeBinding() {
        return complete;
    }

    void signOn() {
        name().ifPresent(name -> {
            char[] typed = password.get().toCharArray();
            ask(new Reply.SigningOn(), () -> desk.signOn(name, typed));
        });
    }

    void enrol() {
        name().ifPresent(name -> {
            char[] typed = password.get().toCharArray();
            ask(new Reply.Enrolling(), () -> desk.enrol(name, typed));
        });
    }

    void recover() {
        name().ifPresent(name -> {
            char[] typed = password.get().toCharArray();
            ask(new Reply.Enrolling(), () -> desk.recover(name, typed));
        });
    }

    private void ask(Reply meanwhile, Supplier<SigningOn> question) {
        if (!complete.getValue()
                || reply.get() instanceof Reply.SigningOn
                || reply.get() instanceof Reply.Enrolling) {
            return;
        }
        reply.set(meanwhile);
        background.run(question, this::answered);
    }

    private void answered(SigningOn answer) {
        switch (answer) {
            case SigningOn.Done(var session) -> {
                password.set("");
                reply.set(new Reply.None());
                signedOn.accept(session);
            }
            case SigningOn.NotDone(Refusal.NotEnrolled _) -> reply.set(new Reply.NotEnrolled());
            case SigningOn.NotDone(Refusal.Said(var problem))
                    when problem.type().equals(ProblemType.TOO_MANY_DEVICES.uri()) ->
                    reply.set(new Reply.TooManyComputers());
            case SigningOn.NotDone(var why) -> reply.set(new Reply.Refused(why));
        }
    }

    private Optional<UserName> name() {
        try {
            return Optional.of(new UserName(user.get().strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
