package org.franklin.client.signup;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What the mailer types about itself.
public final class AccountModel {

    /// What is missing yet, the first thing first.
    public enum Missing {
        USER,
        PASSWORD,
        BUSINESS,
        NOTHING
    }

    private static final int SHORTEST_PASSWORD = 15;
    private static final int LONGEST_PASSWORD = 256;
    private static final int LONGEST_BUSINESS = 60;

    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty business = new SimpleStringProperty("");
    private final BooleanProperty existing = new SimpleBooleanProperty();
    private final BooleanProperty agreed = new SimpleBooleanProperty();
    private final ObjectProperty<PaymentMethod> method =
            new SimpleObjectProperty<>(PaymentMethod.SANDBOX_ACH);
    private final BooleanBinding longEnough =
            Bindings.createBooleanBinding(() -> passwordBytes() >= SHORTEST_PASSWORD, password);

    StringProperty userProperty() {
        return user;
    }

    StringProperty passwordProperty() {
        return password;
    }

    StringProperty businessProperty() {
        return business;
    }

    /// Whether the mailer has an account, and only this computer is new.
    BooleanProperty existingProperty() {
        return existing;
    }

    BooleanProperty agreedProperty() {
        return agreed;
    }

    ObjectProperty<PaymentMethod> methodProperty() {
        return method;
    }

    BooleanBinding longEnoughBinding() {
        return longEnough;
    }

    /// Names are small letters at the data center; capitals are a habit, not a fault.
    Optional<UserName> name() {
        try {
            return Optional.of(new UserName(user.get().strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Missing missing() {
        if (name().isEmpty()) {
            return Missing.USER;
        }
        if (password.get().isEmpty()
                || passwordBytes() > LONGEST_PASSWORD
                || (!existing.get() && !longEnough.get())) {
            return Missing.PASSWORD;
        }
        String typed = business.get().strip();
        return existing.get() || (!typed.isEmpty() && typed.length() <= LONGEST_BUSINESS)
                ? Missing.NOTHING
                : Missing.BUSINESS;
    }

    private int passwordBytes() {
        return password.get().getBytes(StandardCharsets.UTF_8).length;
    }
}
