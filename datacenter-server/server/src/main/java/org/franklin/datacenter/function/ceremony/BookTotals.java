package org.franklin.datacenter.function.ceremony;

import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.List;

/// The sums of all meters' registers as the database has them: what was spent, what is left.
record BookTotals(int meters, Postage ascending, Postage descending) {

    private static final int PAGE = 200;
    private static final BookTotals NONE = new BookTotals(0, Postage.ZERO, Postage.ZERO);

    static BookTotals of(Stores stores) {
        var tables = stores.meters().records();
        var totals = NONE;
        List<SerialNumber> page = stores.database().read(in -> tables.firstOwners(in, PAGE));
        while (!page.isEmpty()) {
            for (SerialNumber serial : page) {
                totals = totals.plus(stores, serial);
            }
            var last = page.getLast();
            page = stores.database().read(in -> tables.ownersAfter(in, last, PAGE));
        }
        return totals;
    }

    private BookTotals plus(Stores stores, SerialNumber serial) {
        var stored = stores.database().read(in -> stores.meters().records().find(in, serial));
        if (stored.isEmpty()) {
            return this;
        }
        return switch (SignedRecord.body(MeterRecord.class, stored.get().record())) {
            case Malformed<MeterRecord> _ -> new BookTotals(meters + 1, ascending, descending);
            case Valid<MeterRecord>(var record) ->
                    new BookTotals(
                            meters + 1,
                            ascending.plus(record.registers().ascending()),
                            descending.plus(record.registers().descending()));
        };
    }

    String sentence() {
        return "%d meters, %s spent (ascending), %s left (descending)"
                .formatted(meters, ascending, descending);
    }
}
