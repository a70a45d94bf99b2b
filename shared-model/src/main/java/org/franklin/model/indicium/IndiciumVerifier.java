package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.Verdict.Altered;
import org.franklin.model.indicium.Verdict.BadCertificate;
import org.franklin.model.indicium.Verdict.GenuineSpecimen;
import org.franklin.model.indicium.Verdict.NotAnIndicium;
import org.franklin.model.indicium.Verdict.TokensUnchecked;
import org.franklin.model.indicium.Verdict.UnknownCertificate;
import org.franklin.model.indicium.Verdict.WrongDate;
import org.franklin.model.indicium.Verdict.WrongMeter;
import org.franklin.model.indicium.VerificationKeys.Lookup;

/// The Post's verifier (public-key, offline): bytes of a symbol in, a verdict out.
public final class IndiciumVerifier {

    private final VerificationKeys keys;

    public IndiciumVerifier(VerificationKeys keys) {
        this.keys = keys;
    }

    public Verdict verify(Bytes symbol) {
        return switch (IndiciumForm.decode(symbol)) {
            case Malformed<SignedIndicium>(var reason) -> new NotAnIndicium(reason);
            case Valid<SignedIndicium>(var signed) -> verify(signed);
        };
    }

    private Verdict verify(SignedIndicium signed) {
        var claimed = signed.indicium();
        return switch (keys.find(claimed.certificate(), claimed.mailingDate())) {
            case Lookup.Unknown _ -> new UnknownCertificate(claimed);
            case Lookup.Untrusted(var reason) -> new BadCertificate(claimed, reason);
            case Lookup.Trusted(var key) -> verify(signed, key);
        };
    }

    private static Verdict verify(SignedIndicium signed, CertifiedKey key) {
        var claimed = signed.indicium();
        if (!key.isOfMeter(claimed.serial())) {
            return new WrongMeter(claimed);
        }
        boolean isDated = key.covers(claimed.mailingDate());
        return switch (signed) {
            case EcdsaIndicium(_, var signature) -> {
                if (!key.verifies(IndiciumForm.data(claimed), signature)) {
                    yield new Altered(claimed);
                }
                yield isDated ? new GenuineSpecimen(claimed) : new WrongDate(claimed);
            }
            case TokenIndicium _ -> isDated ? new TokensUnchecked(claimed) : new WrongDate(claimed);
        };
    }
}
