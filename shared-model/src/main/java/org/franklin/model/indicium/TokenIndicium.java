package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.ibi.DigitalToken;
import org.franklin.model.indicium.ibi.IbiIndicium;
import org.franklin.model.indicium.ibi.TokenParty;
import org.franklin.model.money.Postage;

/// An indicium of the suite of 1998 and its two digital tokens, each over the same 56 data bytes.
/// Together they are 89 bytes in IBI's layout; [TokenForm] says which.
///
/// `descending` is the register after this piece as the symbol shows it: four bytes, so that a
/// meter with more than $4,294,967.295 shows just that.
public record TokenIndicium(
        Indicium indicium, Postage descending, DigitalToken vendor, DigitalToken post)
        implements SignedIndicium {

    private static final Postage HIGHEST_SHOWN = new Postage(IbiIndicium.MOST_OF_FOUR);

    public TokenIndicium {
        if (!HIGHEST_SHOWN.covers(descending)) {
            throw new IllegalArgumentException("the descending register fits 4 bytes");
        }
    }

    /// What the symbol shows of a descending register.
    public static Postage shown(Postage descending) {
        return HIGHEST_SHOWN.covers(descending) ? descending : HIGHEST_SHOWN;
    }

    public DigitalToken token(TokenParty party) {
        return switch (party) {
            case VENDOR -> vendor;
            case POST -> post;
        };
    }

    /// The 56 bytes that both tokens cover.
    public Bytes data() {
        return TokenForm.data(indicium, descending);
    }

    @Override
    public Bytes bytes() {
        return TokenForm.encode(this);
    }
}
