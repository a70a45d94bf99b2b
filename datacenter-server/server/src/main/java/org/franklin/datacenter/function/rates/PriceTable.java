package org.franklin.datacenter.function.rates;

import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The prices in force from one date on. It holds prices only; what may go together is law here.
public final class PriceTable {

    private final LocalDate from;

    /// By the heaviest weight that each price is good for, in tenths of an ounce.
    private final Map<RateCategory, NavigableMap<Integer, Postage>> pieces =
            new EnumMap<>(RateCategory.class);

    private final Map<ExtraService, Postage> services = new EnumMap<>(ExtraService.class);

    PriceTable(LocalDate from) {
        this.from = from;
    }

    public LocalDate from() {
        return from;
    }

    void price(RateCategory category, Weight heaviest, Postage price) {
        pieces.computeIfAbsent(category, _ -> new TreeMap<>()).put(heaviest.tenthsOfOunce(), price);
    }

    void price(ExtraService service, Postage price) {
        services.put(service, price);
    }

    public Rated rate(Mailpiece piece) {
        var objection = objection(piece.services());
        if (objection.isPresent()) {
            return objection.get();
        }
        var steps = pieces.getOrDefault(piece.category(), new TreeMap<>());
        var step = steps.ceilingEntry(piece.weight().tenthsOfOunce());
        return step == null
                ? tooHeavy(piece.category(), steps)
                : withServices(step.getValue(), piece.services());
    }

    private Rated withServices(Postage base, List<ExtraService> bought) {
        var parts = new ArrayList<>(List.of(base));
        for (ExtraService service : bought) {
            var price = services.get(service);
            if (price == null) {
                return new Rated.NotMailable(service.title() + " has no price on this date.");
            }
            parts.add(price);
        }
        return new Rated.Costs(parts.stream().reduce(Postage.ZERO, Postage::plus));
    }

    private static Optional<Rated> objection(List<ExtraService> bought) {
        boolean card = bought.contains(ExtraService.RETURN_RECEIPT);
        boolean electronic = bought.contains(ExtraService.RETURN_RECEIPT_ELECTRONIC);
        if (card && electronic) {
            return Optional.of(new Rated.NotMailable("One return receipt is enough: choose one."));
        }
        if ((card || electronic) && !bought.contains(ExtraService.CERTIFIED_MAIL)) {
            return Optional.of(
                    new Rated.NotMailable("A return receipt needs Certified Mail: add it."));
        }
        return Optional.empty();
    }

    private static Rated tooHeavy(RateCategory category, NavigableMap<Integer, Postage> steps) {
        return new Rated.NotMailable(
                steps.isEmpty()
                        ? category.title() + " has no price on this date."
                        : "%s is at most %s; choose another shape."
                                .formatted(category.title(), new Weight(steps.lastKey())));
    }
}
