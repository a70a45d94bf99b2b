package org.franklin.datacenter.function.rates;

import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.money.Postage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The price tables of First-Class Mail, by the date from which each is in force.
///
/// They are data: lines `from,item,tenths,dollars`, in dollars, where the item is a rate category
/// with the heaviest weight that the price is good for, or an extra service without a weight.
public final class PriceTables {

    private static final String PUBLISHED = "first-class-mail.csv";
    private static final String HEADING = "from,item,tenths,dollars";
    private static final int FIELDS = 4;

    private final NavigableMap<LocalDate, PriceTable> tables;

    private PriceTables(NavigableMap<LocalDate, PriceTable> tables) {
        this.tables = tables;
    }

    /// The tables that come with this version.
    public static PriceTables published() {
        try (InputStream csv = PriceTables.class.getResourceAsStream(PUBLISHED)) {
            if (csv == null) {
                throw new IllegalStateException("the price tables are not in the program");
            }
            return read(new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Refuses a line that is not in the form, naming it.
    public static PriceTables read(List<String> lines) {
        var tables = new TreeMap<LocalDate, PriceTable>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#") || line.equals(HEADING)) {
                continue;
            }
            try {
                add(tables, line.split(",", -1));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "line " + number + " of the prices: " + e.getMessage(), e);
            }
        }
        return new PriceTables(tables);
    }

    /// The table in force on a date of mailing; empty before the first.
    public Optional<PriceTable> on(LocalDate mailingDate) {
        return Optional.ofNullable(tables.floorEntry(mailingDate)).map(entry -> entry.getValue());
    }

    /// What a piece costs on its date of mailing.
    public Rated rate(Mailpiece piece) {
        return on(piece.mailingDate())
                .map(table -> table.rate(piece))
                .orElseGet(() ->
                        new Rated.NotMailable(
                                "No prices are known for this date: choose another."));
    }

    private static void add(NavigableMap<LocalDate, PriceTable> tables, String[] fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a price is " + HEADING);
        }
        var table = tables.computeIfAbsent(LocalDate.parse(fields[0]), PriceTable::new);
        Postage price = Postage.parse(fields[3]);
        boolean isService =
                Stream.of(ExtraService.values()).anyMatch(each -> each.name().equals(fields[1]));
        if (isService) {
            table.price(ExtraService.valueOf(fields[1]), price);
        } else {
            table.price(
                    RateCategory.valueOf(fields[1]),
                    new Weight(Integer.parseInt(fields[2])),
                    price);
        }
    }
}
