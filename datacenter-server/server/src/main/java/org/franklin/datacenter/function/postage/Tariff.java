package org.franklin.datacenter.function.postage;

import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.datacenter.function.rates.PriceTables;
import org.franklin.datacenter.function.rates.Rated;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.MeterRequest.Dispense;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the data center objects to before the box is asked: dates that are not open, and prices
/// that are not today's. The box itself knows no prices (`protocol`, ruling 12).
public final class Tariff {

    private final PriceTables prices;
    private final InstantSource clock;

    public Tariff(PriceTables prices, InstantSource clock) {
        this.prices = prices;
        this.clock = clock;
    }

    Optional<Result> objection(Dispense asked) {
        return wrongDate(asked.pieces()).or(() -> wrongPrice(asked.pieces()));
    }

    private Optional<Result> wrongDate(List<PricedMailpiece> pieces) {
        var dates = MailingDates.open(clock);
        return pieces.stream().allMatch(priced -> dates.include(priced.piece().mailingDate()))
                ? Optional.empty()
                : Optional.of(new Result.WrongDate(dates.earliest(), dates.latest()));
    }

    private Optional<Result> wrongPrice(List<PricedMailpiece> pieces) {
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> objection(i + 1, pieces.get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// `number` counts the pieces from 1.
    private Optional<Result> objection(int number, PricedMailpiece agreed) {
        return switch (prices.rate(agreed.piece())) {
            case Rated.NotMailable(var sentence) ->
                    Optional.of(new Result.NotMailable(number, sentence));
            case Rated.Costs(var price) when price.equals(agreed.price()) -> Optional.empty();
            case Rated.Costs(var price) ->
                    Optional.of(new Result.PriceChanged(number, agreed.price(), price));
        };
    }
}
