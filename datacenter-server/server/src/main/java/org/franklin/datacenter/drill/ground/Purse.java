package org.franklin.datacenter.drill.ground;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.Verdict.GenuineSpecimen;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All symbols that the mailers of a drill got, by whatever means, each counted once; and what they
/// paid. What a symbol is worth is read from the symbol.
public final class Purse {

    /// One piece of one meter: what the Post's verifier keeps of each symbol that it scanned.
    private record Piece(SerialNumber serial, long number) {}

    private final Set<String> symbols = new ConcurrentSkipListSet<>();
    private Postage paid = Postage.ZERO;

    public void add(List<Bytes> indicia) {
        indicia.forEach(symbol -> symbols.add(symbol.hex()));
    }

    public void pay(Postage amount) {
        paid = paid.plus(amount);
    }

    public Postage paid() {
        return paid;
    }

    /// The sum of all that the Post takes for genuine.
    public Postage worth(IndiciumVerifier verifier) {
        return genuine(verifier).map(Indicium::postage).reduce(Postage.ZERO, Postage::plus);
    }

    /// How many pieces were paid for by more than one symbol, as the Post's verifier finds them.
    public long duplicates(IndiciumVerifier verifier) {
        return genuine(verifier)
                .collect(
                        Collectors.groupingBy(
                                each -> new Piece(each.serial(), each.pieceCount()),
                                Collectors.counting()))
                .values()
                .stream()
                .filter(count -> count > 1)
                .count();
    }

    private Stream<Indicium> genuine(IndiciumVerifier verifier) {
        return symbols.stream()
                .map(symbol -> verifier.verify(Bytes.ofHex(symbol)))
                .filter(GenuineSpecimen.class::isInstance)
                .map(verdict -> ((GenuineSpecimen) verdict).indicium());
    }
}
