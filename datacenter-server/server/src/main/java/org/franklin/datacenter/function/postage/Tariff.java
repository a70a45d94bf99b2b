package org.franklin.datacenter.function.postage;

import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.datacenter.function.rates.PriceTables;
import org.franklin.datacenter.function.rates.Rated;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.MeterRequest.Dispense;

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

    private final PriceTables prices;
    private final InstantSource clock;

    public Tariff(PriceTables prices, InstantSource clock) {
        this.prices = prices;
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

    private Optional<Result> wrongPrice(List<PricedMailpiece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            var agreed = pieces.get(i);
            var objection = objection(i + 1, agreed, prices.rate(agreed.piece()));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    /// `number` counts the pieces from 1.
    private static Optional<Result> objection(int number, PricedMailpiece agreed, Rated now) {
        return switch (now) {
            case Rated.NotMailable(var sentence) ->
                    Optional.of(new Result.NotMailable(number, sentence));
            case Rated.Costs(var price) when price.equals(agreed.price()) -> Optional.empty();
            case Rated.Costs(var price) ->
                    Optional.of(new Result.PriceChanged(number, agreed.price(), price));
        };
    }
}
