package org.franklin.client.signup;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Field;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.PaymentMethods;
import org.franklin.model.mailer.PaymentMethod;

/// The third step: how refills are paid, and what the mailer agrees to.
final class AgreementForm extends VBox {

    AgreementForm(AccountModel model, Texts texts) {
        super(16);
        ComboBox<PaymentMethod> method = PaymentMethods.box();
        method.setId("method");
        method.valueProperty().bindBidirectional(model.methodProperty());
        var agreement = new VBox(8, Labels.of(texts.say("agreement"), "note", "strong"));
        for (String point : texts.say("agreement.points").split("\\|", -1)) {
            agreement.getChildren().add(Labels.paragraph(point));
        }
        agreement.getStyleClass().add("inset");
        var tick = new CheckBox(texts.say("agreement.tick"));
        tick.setId("agreed");
        tick.selectedProperty().bindBidirectional(model.agreedProperty());
        getChildren()
                .addAll(
                        new Field(texts.say("method"), texts.say("method.hint"), method),
                        agreement,
                        tick);
    }
}
