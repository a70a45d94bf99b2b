package org.franklin.client.ui.control;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

import org.franklin.model.mailer.PaymentMethod;

/// A choice among the ways to pay for refills.
public final class PaymentMethods {

    private PaymentMethods() {}

    public static ComboBox<PaymentMethod> box() {
        var box = new ComboBox<PaymentMethod>();
        box.getItems().setAll(PaymentMethod.values());
        box.setCellFactory(_ -> new Cell());
        box.setButtonCell(new Cell());
        return box;
    }

    private static final class Cell extends ListCell<PaymentMethod> {
        @Override
        protected void updateItem(PaymentMethod method, boolean empty) {
            super.updateItem(method, empty);
            setText(empty ? "" : method.title());
        }
    }
}
