package org.franklin.client.history.proof;

import static org.franklin.client.history.proof.Check.Thing.DATE;
import static org.franklin.client.history.proof.Check.Thing.FORM;
import static org.franklin.client.history.proof.Check.Thing.KEY;
import static org.franklin.client.history.proof.Check.Thing.SIGNATURE;

import org.franklin.client.datacenter.outcome.KeptKeys;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.Verdict;

import java.time.Instant;
import java.util.List;

/// What the Post's verifier says of a piece, check by check, from keys that are kept here.
public sealed interface IndiciumProof {

    /// No keys are kept on this computer yet.
    record NoKeys() implements IndiciumProof {}

    /// `keysOf` is when the keys came last. What the indicium says is proven only where the verdict
    /// is genuine; else it is a claim.
    record Given(Verdict verdict, Indicium says, List<Check> checks, Instant keysOf)
            implements IndiciumProof {
        public Given {
            checks = List.copyOf(checks);
        }

        boolean isGenuine() {
            return verdict instanceof Verdict.GenuineSpecimen;
        }
    }

    static Given of(SignedIndicium signed, KeptKeys kept) {
        var verdict = new IndiciumVerifier(kept.keys()).verify(signed.bytes());
        String number = Integer.toUnsignedString(signed.indicium().certificate());
        String length = Integer.toString(signed.bytes().length());
        return new Given(verdict, signed.indicium(), checks(verdict, number, length), kept.time());
    }

    /// Where one check fails, those behind it were not made.
    private static List<Check> checks(Verdict verdict, String key, String length) {
        var form = Check.holds(FORM, length);
        return switch (verdict) {
            case Verdict.NotAnIndicium(var reason) ->
                    List.of(
                            Check.fails(FORM, reason),
                            Check.open(KEY),
                            Check.open(SIGNATURE),
                            Check.open(DATE));
            case Verdict.UnknownCertificate _, Verdict.BadCertificate _, Verdict.WrongMeter _ ->
                    List.of(form, Check.fails(KEY, key), Check.open(SIGNATURE), Check.open(DATE));
            case Verdict.Altered _ ->
                    List.of(
                            form,
                            Check.holds(KEY, key),
                            Check.fails(SIGNATURE, ""),
                            Check.open(DATE));
            case Verdict.WrongDate _ ->
                    List.of(
                            form,
                            Check.holds(KEY, key),
                            Check.holds(SIGNATURE, ""),
                            Check.fails(DATE, ""));
            case Verdict.TokensUnchecked _ ->
                    List.of(
                            form,
                            Check.holds(KEY, key),
                            Check.open(SIGNATURE),
                            Check.holds(DATE, ""));
            case Verdict.GenuineSpecimen _ ->
                    List.of(
                            form,
                            Check.holds(KEY, key),
                            Check.holds(SIGNATURE, ""),
                            Check.holds(DATE, ""));
        };
    }
}
