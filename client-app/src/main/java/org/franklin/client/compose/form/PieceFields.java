package org.franklin.client.compose.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Choice;
import org.franklin.client.ui.control.Field;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.ReadOnly;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the price depends on: class, weight, date of mailing, extra services with their prices.
public final class PieceFields extends VBox {

    private static final double WEIGHT = 112;
    private static final double LINE = 28;

    public PieceFields(
            PieceForm form,
            ObservableValue<Map<ExtraService, Postage>> extras,
            Texts texts,
            Dates dates,
            ObservableValue<Boolean> open) {
        super(16);
        ComboBox<RateCategory> category =
                Choice.of(List.of(RateCategory.values()), each -> texts.say("class", each));
        category.setId("class");
        category.valueProperty().bindBidirectional(form.categoryProperty());
        var weight = new TextField();
        weight.setId("weight");
        weight.textProperty().bindBidirectional(form.weightProperty());
        var date = new DatePicker();
        date.setId("date");
        date.setConverter(new Day(dates));
        date.valueProperty().bindBidirectional(form.dateProperty());
        date.setEditable(false);
        ReadOnly.unless(open, category, weight, date);
        var weightField = new Field(texts.say("weight"), weight);
        weightField.setMinWidth(WEIGHT);
        weightField.setMaxWidth(WEIGHT);
        var dateField = new Field(texts.say("date"), date);
        HBox.setHgrow(dateField, Priority.ALWAYS);
        var services = new VBox(Labels.of(texts.say("services"), "note", "strong"));
        for (ExtraService service : ExtraService.values()) {
            services.getChildren().add(service(form, service, extras, texts, open));
        }
        getChildren()
                .addAll(
                        new Field(texts.say("class"), category),
                        new HBox(16, weightField, dateField),
                        services);
    }

    private static HBox service(
            PieceForm form,
            ExtraService service,
            ObservableValue<Map<ExtraService, Postage>> extras,
            Texts texts,
            ObservableValue<Boolean> open) {
        var box = new CheckBox(texts.say("service", service));
        box.setId(service.name());
        box.selectedProperty().bindBidirectional(form.chosenProperty(service));
        ReadOnly.unless(open, box);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Label price =
                Labels.of(
                        extras.map(known ->
                                known.containsKey(service)
                                        ? texts.say("service.adds", known.get(service))
                                        : ""),
                        "text-muted");
        price.textProperty()
                .subscribe(
                        adds -> box.setAccessibleText(texts.say("service", service) + " " + adds));
        var row = new HBox(box, between, price);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.setMinHeight(LINE);
        return row;
    }

    /// Days as they are read; a calendar writes them.
    private static final class Day extends StringConverter<LocalDate> {

        private final Dates dates;

        Day(Dates dates) {
            this.dates = dates;
        }

        @Override
        public String toString(LocalDate day) {
            return day == null ? "" : dates.day(day);
        }

        @Override
        public LocalDate fromString(String text) {
            throw new UnsupportedOperationException("days are chosen, not typed");
        }
    }
}
