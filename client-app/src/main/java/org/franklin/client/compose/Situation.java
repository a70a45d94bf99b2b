package org.franklin.client.compose;

import org.franklin.client.compose.form.Filled;
import org.franklin.client.compose.payment.Price;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.compose.payment.TopUp;
import org.franklin.client.compose.preview.Picture;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.money.Postage;

import java.util.Optional;

/// All that decides what the window offers to do; `available` is empty while the account is not
/// known.
record Situation(
        Stage stage,
        Filled filled,
        Picture picture,
        Price price,
        Optional<Postage> available,
        boolean hasPrinter) {

    Offer offer() {
        return switch (stage) {
            case Stage.Open _, Stage.NotCharged _, Stage.CannotPrint _, Stage.FundsNotTaken _ ->
                    toPay();
            case Stage.Adding _ -> new Offer.Work(Offer.Step.ADDING);
            case Stage.FundsInDoubt(var amount, _, _) -> new Offer.Doubt(amount);
            case Stage.Reserving _ -> new Offer.Work(Offer.Step.RESERVING);
            case Stage.Signing _ -> new Offer.Work(Offer.Step.SIGNING);
            case Stage.Checking checking -> new Offer.Doubt(checking.price());
            case Stage.Asking(var checking) -> new Offer.Doubt(checking.price());
            case Stage.Found _, Stage.Unprinted _ -> new Offer.PrintPaid();
            case Stage.Printing _ -> new Offer.Work(Offer.Step.PRINTING);
            case Stage.Printed(_, _, var isOver) -> isOver ? new Offer.Next() : new Offer.Done();
        };
    }

    private Offer toPay() {
        if (filled instanceof Filled.Lacking
                || picture instanceof Picture.DoesNotFit
                || !hasPrinter) {
            return new Offer.Missing();
        }
        return switch (price) {
            case Price.Unknown _, Price.NotMailable _, Price.NotKnown _ -> new Offer.Missing();
            case Price.Asking _ -> new Offer.Pricing();
            case Price.Quoted(var quote) -> at(quote.total());
        };
    }

    private Offer at(Postage total) {
        boolean wasShort = stage instanceof Stage.NotCharged(Refusal.InsufficientFunds _);
        boolean isShort = available.map(balance -> !balance.covers(total)).orElse(wasShort);
        return isShort
                ? new Offer.AddAndPay(TopUp.amount(total, available.orElse(Postage.ZERO)))
                : new Offer.Pay(total);
    }
}
