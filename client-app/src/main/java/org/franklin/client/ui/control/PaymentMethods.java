package org.franklin.client.ui.control;

import javafx.scene.control.ComboBox;

import org.franklin.model.mailer.PaymentMethod;

import java.util.List;

/// A choice among the ways to pay for refills.
public final class PaymentMethods {

    private PaymentMethods() {}

    public static ComboBox<PaymentMethod> box() {
        return Choice.of(List.of(PaymentMethod.values()), PaymentMethod::title);
    }
}
