package org.franklin.client.signup;

import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Field;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.PasswordBox;
import org.kordamp.ikonli.feather.Feather;

/// The second step: name, password, business; for a mailer who has an account, the first two.
final class AccountForm extends VBox {

    AccountForm(AccountModel model, Texts texts) {
        super(16);
        var user = new TextField();
        user.setId("user");
        user.textProperty().bindBidirectional(model.userProperty());
        var password = new PasswordBox(model.passwordProperty(), texts.say("eye"));
        password.setId("password");
        var business = new TextField();
        business.setId("business");
        business.textProperty().bindBidirectional(model.businessProperty());

        var length = Labels.note(texts.say("password.short"));
        var mark = Icons.tiny(Feather.CHECK_CIRCLE, "success-text");
        length.setGraphicTextGap(8);
        model.longEnoughBinding()
                .subscribe(isLong -> {
                    length.setText(texts.say(isLong ? "password.long" : "password.short"));
                    length.setGraphic(isLong ? mark : Icons.tiny(Feather.INFO, "quiet"));
                });
        var secret = new VBox(8, new Field(texts.say("password"), password), length);
        var firm = new Field(texts.say("business"), texts.say("business.hint"), business);
        model.existingProperty()
                .subscribe(exists -> {
                    firm.setVisible(!exists);
                    firm.setManaged(!exists);
                    length.setVisible(!exists);
                    length.setManaged(!exists);
                });
        getChildren()
                .addAll(
                        new Field(texts.say("user"), texts.say("user.hint"), user),
                        secret,
                        firm,
                        keyHint(texts));
    }

    private static HBox keyHint(Texts texts) {
        var words = Labels.paragraph(texts.say("device.key"), "text-muted");
        var icon = Icons.of(Feather.KEY, "quiet");
        var hint = new HBox(12, icon, words);
        hint.getStyleClass().add("inset");
        return hint;
    }
}
