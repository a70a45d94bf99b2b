package org.franklin.client.compose.form;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.franklin.client.address.AddressText;
import org.franklin.client.address.Reading;
import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.print.AddressBlock;
import org.franklin.client.print.Stock;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the mailer writes for one piece, read anew with every change.
public final class PieceForm {

    private static final Pattern OUNCES = Pattern.compile("(\\d{1,4}(?:[.,]\\d)?)\\s*(?:oz)?\\.?");

    private static final int FIRST_YEAR = 1998;
    private static final int LAST_YEAR = 9999;

    /// Where a piece whose addresses are not written yet is priced from and to: what it costs does
    /// not depend on it, and it is never paid for.
    private static final ZipCode ANYWHERE = new ZipCode("12207");

    private final AddressEntry from = new AddressEntry();
    private final AddressEntry to = new AddressEntry();
    private final ObjectProperty<RateCategory> category =
            new SimpleObjectProperty<>(RateCategory.LETTER);
    private final StringProperty weight = new SimpleStringProperty(Weight.ofOunces(1).toString());
    private final ObjectProperty<LocalDate> date;
    private final Map<ExtraService, BooleanProperty> services = new EnumMap<>(ExtraService.class);
    private final ObjectProperty<Stock> stock = new SimpleObjectProperty<>(Stock.ENVELOPE_10);
    private final StringProperty costCode = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Filled> filled;

    /// A blank form for a day of mailing.
    public PieceForm(LocalDate today) {
        date = new SimpleObjectProperty<>(today);
        for (ExtraService service : ExtraService.values()) {
            var chosen = new SimpleBooleanProperty();
            services.put(service, chosen);
            chosen.subscribe(is -> keepMailable(service, is));
        }
        filled = new ReadOnlyObjectWrapper<>(read());
        whenWritten(() -> filled.set(read()));
    }

    /// Runs a step after each change, also while what is missing stays the same.
    public void whenWritten(Runnable step) {
        var inputs = new ArrayList<Property<?>>(services.values());
        inputs.addAll(List.of(from.textProperty(), to.textProperty(), category, weight));
        inputs.addAll(List.of(date, stock, costCode, reference));
        inputs.forEach(input -> input.subscribe((_, _) -> step.run()));
    }

    public AddressEntry from() {
        return from;
    }

    public AddressEntry to() {
        return to;
    }

    public ObjectProperty<RateCategory> categoryProperty() {
        return category;
    }

    /// In ounces, as it is typed.
    public StringProperty weightProperty() {
        return weight;
    }

    public ObjectProperty<LocalDate> dateProperty() {
        return date;
    }

    public BooleanProperty chosenProperty(ExtraService service) {
        return Objects.requireNonNull(services.get(service));
    }

    public ObjectProperty<Stock> stockProperty() {
        return stock;
    }

    public StringProperty costCodeProperty() {
        return costCode;
    }

    public StringProperty referenceProperty() {
        return reference;
    }

    public ReadOnlyObjectProperty<Filled> filledProperty() {
        return filled.getReadOnlyProperty();
    }

    /// Fills in what was chosen for the last piece, where nothing is written yet.
    public void follow(Habits habits) {
        if (from.textProperty().get().isBlank() && !habits.senders().isEmpty()) {
            from.write(habits.senders().getFirst());
        }
        Stream.of(Stock.values())
                .filter(each -> each.name().equals(habits.stock()))
                .findFirst()
                .ifPresent(stock::set);
    }

    /// The piece as far as its price depends on it; nothing without a weight and a date.
    public Optional<Mailpiece> priced() {
        return weight().flatMap(ounces ->
                day().map(day ->
                        new Mailpiece(
                                MailClass.FIRST_CLASS,
                                category.get(),
                                ounces,
                                chosen(),
                                zip(from).five(),
                                zip(to),
                                day)));
    }

    /// The sender as it would be printed now.
    public AddressBlock sender() {
        return block(from);
    }

    public AddressBlock addressee() {
        return block(to);
    }

    private Filled read() {
        if (to.reading() instanceof Reading.Lacking(var gap, var where)) {
            return new Filled.Lacking("to." + AddressEntry.key(gap), where);
        }
        if (from.reading() instanceof Reading.Lacking(var gap, var where)) {
            return new Filled.Lacking("from." + AddressEntry.key(gap), where);
        }
        if (weight().isEmpty()) {
            return new Filled.Lacking("weight", "");
        }
        if (day().isEmpty()) {
            return new Filled.Lacking("date", "");
        }
        for (String words : List.of(costCode.get(), reference.get())) {
            if (!isNote(words)) {
                return new Filled.Lacking("note", "");
            }
        }
        var piece = priced().orElseThrow();
        return new Filled.Complete(piece, plan(piece));
    }

    private PrintPlan.Kept plan(Mailpiece piece) {
        return new PrintPlan.Kept(
                to.address().orElseThrow(),
                from.address().orElseThrow(),
                stock.get().name(),
                piece.mailClass().title(),
                reference.get().strip(),
                costCode.get().strip());
    }

    /// A day that an indicium can carry.
    private Optional<LocalDate> day() {
        return Optional.ofNullable(date.get())
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    private Optional<Weight> weight() {
        var typed = OUNCES.matcher(weight.get().strip());
        if (!typed.matches()) {
            return Optional.empty();
        }
        int tenths =
                new BigDecimal(typed.group(1).replace(',', '.')).movePointRight(1).intValueExact();
        return tenths < 1 || tenths > Weight.HEAVIEST
                ? Optional.empty()
                : Optional.of(new Weight(tenths));
    }

    private List<ExtraService> chosen() {
        return services.entrySet().stream()
                .filter(entry -> entry.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// A return receipt comes with Certified Mail, and one of the two kinds is enough.
    private void keepMailable(ExtraService changed, boolean isChosen) {
        switch (changed) {
            case CERTIFIED_MAIL -> {
                if (!isChosen) {
                    drop(ExtraService.RETURN_RECEIPT);
                    drop(ExtraService.RETURN_RECEIPT_ELECTRONIC);
                }
            }
            case RETURN_RECEIPT -> addTo(isChosen, ExtraService.RETURN_RECEIPT_ELECTRONIC);
            case RETURN_RECEIPT_ELECTRONIC -> addTo(isChosen, ExtraService.RETURN_RECEIPT);
        }
    }

    private void addTo(boolean isChosen, ExtraService otherKind) {
        if (isChosen) {
            chosenProperty(ExtraService.CERTIFIED_MAIL).set(true);
            drop(otherKind);
        }
    }

    private void drop(ExtraService service) {
        if (services.containsKey(service)) {
            chosenProperty(service).set(false);
        }
    }

    private static AddressBlock block(AddressEntry entry) {
        return entry.address()
                .map(AddressBlock::of)
                .orElseGet(() -> new AddressBlock(AddressText.lines(entry.textProperty().get())));
    }

    private static ZipCode zip(AddressEntry entry) {
        return entry.address().map(Address::zip).orElse(ANYWHERE);
    }

    private static boolean isNote(String words) {
        return words.length() <= PrintPlan.Kept.LONGEST_TEXT
                && words.chars().noneMatch(Character::isISOControl);
    }
}
