package org.franklin.client.compose.payment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.ui.Background;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Quote;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the price of the piece as it is written, and what each extra service adds to it. An answer
/// that comes too late, about a piece that was changed meanwhile, is dropped.
public final class Pricing {

    private static final Duration PAUSE_IN_TYPING = Duration.ofMillis(150);
    private static final Duration UNNOTICED = Duration.ofMillis(300);
    private static final Duration UNTIL_AGAIN = Duration.ofSeconds(5);

    private final ReadOnlyObjectWrapper<Price> price =
            new ReadOnlyObjectWrapper<>(new Price.Unknown());
    private final ReadOnlyObjectWrapper<Map<ExtraService, Postage>> extras =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final Desk desk;
    private final Background background;
    private Optional<Mailpiece> wanted = Optional.empty();
    private Optional<Mailpiece> menuOf = Optional.empty();
    private Background.Pending step = () -> {};
    private Background.Pending notice = () -> {};

    public Pricing(Desk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Price> priceProperty() {
        return price.getReadOnlyProperty();
    }

    /// What each service adds to the price; empty while that is not known.
    public ReadOnlyObjectProperty<Map<ExtraService, Postage>> extrasProperty() {
        return extras.getReadOnlyProperty();
    }

    /// The quote, if it is for exactly this piece.
    public Optional<Quote> quoteFor(Mailpiece piece) {
        return price.get() instanceof Price.Quoted(var quote)
                        && quote.pieces().getFirst().piece().equals(piece)
                ? Optional.of(quote)
                : Optional.empty();
    }

    /// Asks for the price of a piece, unless that is what is known or being asked for.
    public void ask(Mailpiece piece) {
        if (!wanted.equals(Optional.of(piece))) {
            wanted = Optional.of(piece);
            step.cancel();
            step = background.after(PAUSE_IN_TYPING, () -> send(piece));
            if (!(price.get() instanceof Price.Asking)) {
                notice.cancel();
                notice = background.after(UNNOTICED, this::showAsking);
            }
        }
    }

    /// Asks again for what could not be known, at once.
    public void again() {
        if (price.get() instanceof Price.NotKnown) {
            step.cancel();
            wanted.ifPresent(this::send);
        }
    }

    /// Takes prices that came by another way, as when they moved; it asks itself where they are not
    /// for the piece that is wanted.
    public void moved(Quote now) {
        step.cancel();
        var priced = now.pieces().stream().map(PricedMailpiece::piece).toList();
        if (wanted.map(List::of).filter(priced::equals).isPresent()) {
            show(new Price.Quoted(now));
        } else {
            wanted.ifPresent(this::send);
        }
    }

    private void showAsking() {
        price.set(
                new Price.Asking(
                        price.get() instanceof Price.Quoted(var quote)
                                ? Optional.of(quote)
                                : Optional.empty()));
    }

    private void send(Mailpiece piece) {
        background.run(() -> desk.quote(List.of(piece)), asked -> answered(piece, asked));
        var plain = plain(piece);
        if (!menuOf.equals(Optional.of(plain))) {
            menuOf = Optional.of(plain);
            background.run(() -> desk.quote(menu(plain)), asked -> menuAnswered(plain, asked));
        }
    }

    private void answered(Mailpiece piece, Asked<Quote> asked) {
        if (!wanted.equals(Optional.of(piece))) {
            return;
        }
        switch (asked) {
            case Asked.Given<Quote>(var quote) -> show(new Price.Quoted(quote));
            case Asked.NotGiven<Quote>(Refusal.Said(var problem))
                    when ProblemType.of(problem.type())
                            .filter(ProblemType.NOT_MAILABLE::equals)
                            .isPresent() ->
                    show(new Price.NotMailable(problem.detail()));
            case Asked.NotGiven<Quote>(var why) -> {
                show(new Price.NotKnown(why));
                step.cancel();
                step = background.after(UNTIL_AGAIN, this::again);
            }
        }
    }

    private void menuAnswered(Mailpiece plain, Asked<Quote> asked) {
        if (menuOf.equals(Optional.of(plain))) {
            switch (asked) {
                case Asked.Given<Quote>(var quote) -> extras.set(extras(quote.pieces()));
                case Asked.NotGiven<Quote> _ -> {
                    menuOf = Optional.empty();
                    extras.set(Map.of());
                }
            }
        }
    }

    private void show(Price now) {
        notice.cancel();
        price.set(now);
    }

    /// The piece alone, certified, and certified with each kind of return receipt.
    private static List<Mailpiece> menu(Mailpiece piece) {
        return List.of(
                piece,
                with(piece, ExtraService.CERTIFIED_MAIL),
                with(piece, ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT),
                with(piece, ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT_ELECTRONIC));
    }

    private static Map<ExtraService, Postage> extras(List<PricedMailpiece> menu) {
        var added = new EnumMap<ExtraService, Postage>(ExtraService.class);
        Postage alone = menu.getFirst().price();
        Postage certified = menu.get(1).price();
        added.put(ExtraService.CERTIFIED_MAIL, difference(alone, certified));
        added.put(ExtraService.RETURN_RECEIPT, difference(certified, menu.get(2).price()));
        added.put(
                ExtraService.RETURN_RECEIPT_ELECTRONIC, difference(certified, menu.get(3).price()));
        return Map.copyOf(added);
    }

    private static Postage difference(Postage less, Postage more) {
        return more.covers(less) ? more.minus(less) : Postage.ZERO;
    }

    private static Mailpiece plain(Mailpiece piece) {
        return with(piece);
    }

    private static Mailpiece with(Mailpiece piece, ExtraService... services) {
        return new Mailpiece(
                piece.mailClass(),
                piece.category(),
                piece.weight(),
                List.of(services),
                piece.origin(),
                piece.destination(),
                piece.mailingDate());
    }
}
