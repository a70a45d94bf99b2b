package org.franklin.client.home;

import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.util.List;

/// What this computer has spent this month: `days` holds one amount for each day up to today.
public record Spending(LocalDate today, List<Postage> days) {

    public Spending {
        days = List.copyOf(days);
        if (days.size() != today.getDayOfMonth()) {
            throw new IllegalArgumentException("there is one amount for each day of the month");
        }
    }

    Postage total() {
        return days.stream().reduce(Postage.ZERO, Postage::plus);
    }

    Postage ofToday() {
        return days.getLast();
    }

    /// The greatest amount of a day, which the highest bar stands for.
    Postage highest() {
        return days.stream().max(Postage::compareTo).orElse(Postage.ZERO);
    }
}
