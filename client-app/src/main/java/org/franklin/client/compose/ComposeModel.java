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
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.Imprint;
import org.franklin.client.print.LaidOut;
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

    private static final String SAMPLE = "sample";

    private final ReadOnlyObjectWrapper<Optional<Postage>> available =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Printing>> sample =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Workplace place;
    private final Desk desk;
    private final Background background;
    private final PrinterChoice printers;
    private final PieceForm form;
    private final Pricing pricing;
    private final Previewing previewing;
    private final Payment payment;
    private final TopUp topUp;
    private final ObservableValue<Situation> situation;
    private PaymentMethod method = PaymentMethod.SANDBOX_ACH;
    private int percent = 1;

    public ComposeModel(Workplace place, Desk desk, Background background) {
        this.place = place;
        this.desk = desk;
        this.background = background;
        printers = new PrinterChoice(desk, background);
        form = new PieceForm(LocalDate.now(place.clock()));
        pricing = new Pricing(desk, background);
        previewing = new Previewing(background);
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
        form.filledProperty().subscribe(_ -> changed());
        pricing.priceProperty().subscribe(_ -> draw());
        payment.stageProperty().subscribe(this::moved);
    }

    PieceForm form() {
        return form;
    }

    ReadOnlyObjectProperty<Price> priceProperty() {
        return pricing.priceProperty();
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

    /// What may be spent; nothing until the account is known.
    ReadOnlyObjectProperty<Optional<Postage>> availableProperty() {
        return available.getReadOnlyProperty();
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
            case Offer.AddAndPay(var amount) -> topUp.add(amount, method, this::pay);
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

    /// Prints the piece as a void sample, which is free.
    public void printSample() {
        var piece = form.priced();
        var printer = roomProperty().get();
        if (piece.isPresent() && printer.isPresent()) {
            var evidence = new Imprint.Evidence.Sample(piece.get(), place.meter());
            var imprint = imprint(evidence);
            var stock = form.stockProperty().get();
            background.run(
                    () ->
                            switch (stock.lay(imprint, printer.get().resolution())) {
                                case LaidOut.Fits(var page) -> printer.get().print(page, SAMPLE);
                                case LaidOut.DoesNotFit(var reason) -> new Printing.NotOut(reason);
                            },
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
                priceProperty().get(),
                available.get(),
                roomProperty().get().isPresent());
    }

    private void pay() {
        if (form.filledProperty().get() instanceof Filled.Complete(var piece, var plan)
                && pricing.quoteFor(piece).isPresent()
                && roomProperty().get().isPresent()) {
            Quote quote = pricing.quoteFor(piece).get();
            var printer = roomProperty().get().get();
            var stock = form.stockProperty().get();
            var imprint = imprint(new Imprint.Evidence.Unpaid(piece, place.meter(), quote.total()));
            payment.pay(
                    quote,
                    plan,
                    printer,
                    () ->
                            switch (stock.lay(imprint, printer.resolution())) {
                                case LaidOut.DoesNotFit(var reason) -> Optional.of(reason);
                                case LaidOut.Fits(var page) -> printer.refuses(page);
                            });
        }
    }

    private void draw() {
        var paid = stageProperty().get().paid();
        var stock = form.stockProperty().get();
        if (paid.isPresent()) {
            previewing.draw(
                    new Previewing.Wish(
                            () -> PaidPieceLayout.lay(paid.get(), SCREEN), stock, percent));
        } else if (form.priced().isPresent()) {
            var evidence =
                    new Imprint.Evidence.Unpaid(form.priced().get(), place.meter(), shownPrice());
            var imprint = imprint(evidence);
            previewing.draw(new Previewing.Wish(() -> stock.lay(imprint, SCREEN), stock, percent));
        }
    }

    private Postage shownPrice() {
        return switch (pricing.priceProperty().get()) {
            case Price.Quoted(var quote) -> quote.total();
            case Price.Asking(var before) -> before.map(Quote::total).orElse(Postage.ZERO);
            case Price.Unknown _, Price.NotMailable _, Price.NotKnown _ -> Postage.ZERO;
        };
    }

    private Imprint imprint(Imprint.Evidence evidence) {
        return new Imprint(
                evidence,
                form.sender(),
                form.addressee(),
                form.referenceProperty().get(),
                form.costCodeProperty().get());
    }
}
