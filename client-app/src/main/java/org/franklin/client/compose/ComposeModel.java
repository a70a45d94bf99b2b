package org.franklin.client.compose;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.franklin.client.compose.form.Filled;
import org.franklin.client.compose.form.PieceForm;
import org.franklin.client.compose.payment.Payment;
import org.franklin.client.compose.payment.Price;
import org.franklin.client.compose.payment.Pricing;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.compose.payment.TopUp;
import org.franklin.client.compose.preview.Picture;
import org.franklin.client.compose.preview.Previewing;
import org.franklin.client.compose.preview.Previewing.Wish;
import org.franklin.client.compose.preview.Proofs;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.PaidPieceLayout;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Background;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;

import java.time.LocalDate;
import java.util.Optional;

/// One new piece, from the first letter typed to the page in the tray. It pays for one piece and no
/// more; the next piece is another model.
public final class ComposeModel {

    /// A screen shows no more than this, and it is drawn while one types.
    private static final Resolution SCREEN = Resolution.DPI_203;

    /// What may be spent; nothing while the account is not known.
    private final ReadOnlyObjectWrapper<Optional<Postage>> available =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Printing>> sample =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Background background;
    private final PrinterChoice printers;
    private final PieceForm form;
    private final Pricing pricing;
    private final Previewing previewing;
    private final Proofs proofs;
    private final Payment payment;
    private final TopUp topUp;
    private final ObservableValue<Situation> situation;
    private PaymentMethod method = PaymentMethod.SANDBOX_ACH;
    private Optional<Postage> awaited = Optional.empty();
    private int percent = 1;

    public ComposeModel(Workplace place, Desk desk, Background background) {
        this.background = background;
        printers = new PrinterChoice(desk, background);
        form = new PieceForm(LocalDate.now(place.clock()));
        pricing = new Pricing(desk, background);
        previewing = new Previewing(background);
        proofs = new Proofs(form, place.meter());
        payment = new Payment(new DraftId(place.drawId()), desk, background);
        topUp = new TopUp(desk, background, place::drawId, payment::show);
        situation =
                Bindings.createObjectBinding(
                        this::situation,
                        form.filledProperty(),
                        pricing.priceProperty(),
                        payment.stageProperty(),
                        previewing.pictureProperty(),
                        available,
                        printers.roomProperty());
        form.whenWritten(this::changed);
        pricing.priceProperty().subscribe(this::priced);
        payment.stageProperty().subscribe(this::moved);
        changed();
    }

    PieceForm form() {
        return form;
    }

    Pricing pricing() {
        return pricing;
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return previewing.pictureProperty();
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return payment.stageProperty();
    }

    DraftId draft() {
        return payment.draft();
    }

    /// Where the piece comes out; nothing until the printers are known.
    public ObjectProperty<Optional<PrintRoom>> roomProperty() {
        return printers.roomProperty();
    }

    PrinterChoice printers() {
        return printers;
    }

    /// What came of the last sample, until the piece is changed.
    ReadOnlyObjectProperty<Optional<Printing>> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    ObservableValue<Situation> situationBinding() {
        return situation;
    }

    /// Reads what was chosen for the last piece, and which printers there are.
    public void begin() {
        printers.begin(form::follow);
    }

    /// Hears how the account stands.
    public void account(Asked<Balance> asked) {
        switch (asked) {
            case Asked.Given<Balance>(var balance) -> {
                available.set(Optional.of(balance.available()));
                method = balance.account().paymentMethod();
                pricing.again();
            }
            case Asked.NotGiven<Balance> _ -> {}
        }
    }

    /// Draws the preview for papers so many pixels of the window wide and high.
    void fit(double width, double height) {
        int fitting = Previewing.percent(form.stockProperty().get(), width, height);
        if (fitting != percent) {
            percent = fitting;
            draw();
        }
    }

    /// Does what is offered; nothing while something is being done.
    void press() {
        switch (situation.getValue().offer()) {
            case Offer.Pay _ -> pay();
            case Offer.AddAndPay(var amount) -> topUp.add(amount, method, this::added);
            case Offer.PrintPaid _ -> roomProperty().get().ifPresent(payment::print);
            case Offer.Missing _,
                    Offer.Pricing _,
                    Offer.Work _,
                    Offer.Doubt _,
                    Offer.Done _,
                    Offer.Next _ -> {}
        }
    }

    /// Asks again, at once, for what is not known.
    public void check() {
        payment.check();
        pricing.again();
        if (stageProperty().get() instanceof Stage.FundsInDoubt(var amount, _, _)) {
            topUp.check(amount);
        }
    }

    /// Pays again, or asks for the price again; it never adds funds, which no button named.
    void tryAgain() {
        if (situation.getValue().offer() instanceof Offer.Pay) {
            pay();
        } else {
            check();
        }
    }

    /// Prints the piece as a void sample, which is free.
    public void printSample() {
        var piece = form.priced();
        var printer = roomProperty().get();
        if (piece.isPresent() && printer.isPresent()) {
            background.run(
                    proofs.sample(piece.get(), printer.get()),
                    printing -> sample.set(Optional.of(printing)));
        }
    }

    private void changed() {
        sample.set(Optional.empty());
        payment.changed();
        form.priced().ifPresent(pricing::ask);
        draw();
    }

    private void moved(Stage before, Stage now) {
        if (now instanceof Stage.NotCharged(Refusal.PriceChanged(var quote))) {
            pricing.moved(quote);
        }
        if (now instanceof Stage.NotCharged(Refusal.InsufficientFunds _)) {
            available.set(Optional.empty());
        }
        if (now instanceof Stage.Printing(_, var where)
                && form.filledProperty().get() instanceof Filled.Complete(_, var plan)) {
            printers.remember(plan, where);
        }
        if (!before.paid().equals(now.paid())) {
            draw();
        }
    }

    private Situation situation() {
        return new Situation(
                stageProperty().get(),
                form.filledProperty().get(),
                pictureProperty().get(),
                pricing.priceProperty().get(),
                available.get(),
                roomProperty().get().isPresent());
    }

    /// The funds are there; how much may be spent now, the account says later.
    private void added() {
        available.set(Optional.empty());
        if (situation.getValue().offer() instanceof Offer.Pay) {
            pay();
        }
    }

    /// Pays what the button said. If the price of the last change is still on its way, it is waited
    /// for, and paid only if it is the one that was said.
    private void pay() {
        var agreed = shownPrice();
        if (form.filledProperty().get() instanceof Filled.Complete(var piece, var plan)
                && roomProperty().get().isPresent()) {
            var quote = pricing.quoteFor(piece);
            var printer = roomProperty().get().get();
            if (quote.isPresent()) {
                awaited = Optional.empty();
                payment.pay(quote.get(), plan, printer, proofs.objection(piece, agreed, printer));
            } else {
                awaited = Optional.of(agreed);
                payment.show(new Stage.Reserving(agreed));
            }
        }
    }

    /// The price that a click waits for has come, or will not come.
    private void priced(Price now) {
        draw();
        if (awaited.isPresent()) {
            var agreed = awaited.get();
            switch (now) {
                case Price.Unknown _, Price.Asking _ -> {}
                case Price.Quoted(var quote) -> {
                    awaited = Optional.empty();
                    if (quote.total().equals(agreed)) {
                        pay();
                    } else {
                        payment.show(new Stage.NotCharged(new Refusal.PriceChanged(quote)));
                    }
                }
                case Price.NotMailable _ -> giveUp(new Stage.Open());
                case Price.NotKnown(var why) -> giveUp(new Stage.NotCharged(why));
            }
        }
    }

    private void giveUp(Stage now) {
        awaited = Optional.empty();
        payment.show(now);
    }

    private void draw() {
        var paid = stageProperty().get().paid();
        var stock = form.stockProperty().get();
        if (paid.isPresent()) {
            previewing.draw(
                    new Wish(() -> PaidPieceLayout.lay(paid.get(), SCREEN), stock, percent));
        } else {
            form.priced()
                    .map(piece -> proofs.unpaid(piece, shownPrice(), SCREEN))
                    .ifPresent(page -> previewing.draw(new Wish(page, stock, percent)));
        }
    }

    private Postage shownPrice() {
        return switch (pricing.priceProperty().get()) {
            case Price.Quoted(var quote) -> quote.total();
            case Price.Asking(var before) -> before.map(Quote::total).orElse(Postage.ZERO);
            case Price.Unknown _, Price.NotMailable _, Price.NotKnown _ -> Postage.ZERO;
        };
    }
}
