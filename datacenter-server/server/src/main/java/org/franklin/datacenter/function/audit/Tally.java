package org.franklin.datacenter.function.audit;

import org.franklin.datacenter.function.audit.AuditReport.Counts;
import org.franklin.datacenter.function.audit.AuditReport.Sums;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What one audit has counted so far. In one audit it is used by one thread.
final class Tally {

    /// Of one meter: what came in, and the number of the last voucher that brought it.
    record Filled(Postage refilled, long lastVoucher) {}

    private static final int MOST_LINES = 1_000;

    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<SerialNumber, Filled> meters = new HashMap<>();
    private final Map<SerialNumber, Postage> arrived = new HashMap<>();
    private long mailers;
    private long accounts;
    private long steps;
    private long pieces;
    private Postage paid = Postage.ZERO;
    private Postage credited = Postage.ZERO;
    private Postage debited = Postage.ZERO;
    private Postage ascending = Postage.ZERO;
    private Postage descending = Postage.ZERO;

    void wrong(String subject, String what) {
        add(problems, subject + ": " + what);
    }

    void onItsWay(String subject, String what) {
        add(notes, subject + ": " + what);
    }

    private static void add(List<String> lines, String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
    }

    void mailer() {
        mailers++;
    }

    void step(int piecesOfIt) {
        steps++;
        pieces += piecesOfIt;
    }

    void account(Postage credit, Postage debit) {
        accounts++;
        credited = credited.plus(credit);
        debited = debited.plus(debit);
    }

    void payment(Postage amount) {
        paid = paid.plus(amount);
    }

    void meter(SerialNumber serial, Registers registers, Filled filled) {
        meters.put(serial, filled);
        ascending = ascending.plus(registers.ascending());
        descending = descending.plus(registers.descending());
    }

    /// A voucher that an account gave; the meters are counted before.
    void voucher(SerialNumber serial, long number, Postage amount) {
        var filled = meters.get(serial);
        if (filled == null) {
            wrong("meter " + serial.number(), "vouchers went to it, and there is no such meter");
        } else if (number > filled.lastVoucher()) {
            onItsWay("meter " + serial.number(), "voucher " + number + " of " + amount);
        } else {
            arrived.merge(serial, amount, Postage::plus);
        }
    }

    AuditReport report(List<String> events) {
        meters.forEach((serial, filled) -> {
            var vouchers = arrived.getOrDefault(serial, Postage.ZERO);
            if (!vouchers.equals(filled.refilled())) {
                wrong(
                        "meter " + serial.number(),
                        "it was refilled with %s, and its vouchers come to %s"
                                .formatted(filled.refilled(), vouchers));
            }
        });
        Postage refilled = sum(meters.values().stream().map(Filled::refilled));
        if (!refilled.equals(ascending.plus(descending))) {
            wrong("all meters", "refilled is not ascending + descending");
        }
        return new AuditReport(
                new Counts(mailers, accounts, meters.size(), steps, pieces),
                new Sums(paid, credited, debited, refilled, ascending, descending),
                problems,
                notes,
                events);
    }

    static Postage sum(Stream<Postage> amounts) {
        return amounts.reduce(Postage.ZERO, Postage::plus);
    }
}
