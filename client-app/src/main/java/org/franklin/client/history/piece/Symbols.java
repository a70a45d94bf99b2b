package org.franklin.client.history.piece;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.stream.Stream;

/// The indicia of one step of a meter, as their symbols hold them.
public final class Symbols {

    private Symbols() {}

    /// Those that can be read; a proven step has no other.
    public static Stream<SignedIndicium> read(List<Bytes> symbols) {
        return symbols.stream()
                .flatMap(symbol ->
                        switch (IndiciumForm.decode(symbol)) {
                            case Valid<SignedIndicium>(var signed) -> Stream.of(signed);
                            case Malformed<SignedIndicium> _ -> Stream.<SignedIndicium>empty();
                        });
    }

    public static Postage sum(List<Bytes> symbols) {
        return read(symbols)
                .map(signed -> signed.indicium().postage())
                .reduce(Postage.ZERO, Postage::plus);
    }
}
