package org.franklin.datacenter.function.postage;

import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.wire.QuoteRequest;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What the data center objects to before the box is asked: dates that are not open, and prices
/// that are not today's. The box itself knows no prices (`protocol`, ruling 12).
public final class Tariff {

    private static final int DAYS_AHEAD = 7;
    private static final ZoneOffset WEST = ZoneOffset.ofHours(-12);
    private static final ZoneOffset EAST = ZoneOffset.ofHours(14);

    private final QuotePostage quotes;
    private final InstantSource clock;

    public Tariff(QuotePostage quotes, InstantSource clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    Optional<Result> objection(Dispense asked) {
        return wrongDate(asked.pieces()).or(() -> wrongPrice(asked.pieces()));
    }

    /// A mailing date is a day of the mailer's calendar, somewhere between UTC-12 and UTC+14.
    private Optional<Result> wrongDate(List<PricedMailpiece> pieces) {
        var earliest = LocalDate.ofInstant(clock.instant(), WEST);
        var latest = LocalDate.ofInstant(clock.instant(), EAST).plusDays(DAYS_AHEAD);
        boolean open =
                pieces.stream()
                        .map(priced -> priced.piece().mailingDate())
                        .allMatch(date -> !date.isBefore(earliest) && !date.isAfter(latest));
        return open ? Optional.empty() : Optional.of(new Result.WrongDate(earliest, latest));
    }

    private Optional<Result> wrongPrice(List<PricedMailpiece> agreed) {
        var pieces = agreed.stream().map(PricedMailpiece::piece).toList();
        return switch (quotes.quote(new QuoteRequest(pieces))) {
            case QuotePostage.Result.NotMailable(int piece, var sentence) ->
                    Optional.of(new Result.NotMailable(piece, sentence));
            case QuotePostage.Result.Quoted(var now) -> difference(agreed, now.pieces());
        };
    }

    private static Optional<Result> difference(
            List<PricedMailpiece> agreed, List<PricedMailpiece> now) {
        for (int i = 0; i < agreed.size(); i++) {
            if (!agreed.get(i).price().equals(now.get(i).price())) {
                return Optional.of(
                        new Result.PriceChanged(i + 1, agreed.get(i).price(), now.get(i).price()));
            }
        }
        return Optional.empty();
    }
}
