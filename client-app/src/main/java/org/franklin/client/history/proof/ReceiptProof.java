package org.franklin.client.history.proof;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.history.piece.Chain;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.piece.Symbols;
import org.franklin.client.history.proof.Check.Finding;
import org.franklin.client.history.proof.Check.Thing;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.ReceiptChain;
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.stream.Stream;

/// The receipt that a piece was paid under, what it charged for so many pieces, and what was
/// checked of it on this computer.
public record ReceiptProof(SignedReceipt signed, Postage charged, int pieces, List<Check> checks) {

    public ReceiptProof {
        checks = List.copyOf(checks);
    }

    /// Checks the receipt of a piece against its own indicia and the meter's history.
    public static ReceiptProof of(Entry.Paid piece, Chain chain) {
        return switch (piece) {
            case Entry.Here(_, var purchase) ->
                    of(
                            purchase.receipt(),
                            purchase.pieces().stream()
                                    .map(PaidPiece::indicium)
                                    .map(SignedIndicium::bytes)
                                    .toList(),
                            chain);
            case Entry.Elsewhere(_, var step) -> of(step.receipt(), step.indicia(), chain);
        };
    }

    private static ReceiptProof of(SignedReceipt signed, List<Bytes> symbols, Chain chain) {
        boolean arePaid = signed.receipt().indiciaRoot().equals(ReceiptChain.rootOf(symbols));
        return new ReceiptProof(
                signed,
                Symbols.sum(symbols),
                symbols.size(),
                List.of(
                        Check.open(Thing.RECEIPT_SIGNATURE),
                        new Check(
                                Thing.RECEIPT_PIECES, arePaid ? Finding.HOLDS : Finding.FAILS, ""),
                        before(signed, chain)));
    }

    /// The same, with the signature checked against the Post's keys.
    public ReceiptProof checkedWith(VerificationKeys keys) {
        String number = Integer.toUnsignedString(signed.certificate());
        var signature =
                new ReceiptVerifier(keys).isGenuine(signed)
                        ? Check.holds(Thing.RECEIPT_SIGNATURE, number)
                        : Check.fails(Thing.RECEIPT_SIGNATURE, number);
        var rest = checks.stream().filter(check -> check.thing() != Thing.RECEIPT_SIGNATURE);
        return new ReceiptProof(
                signed, charged, pieces, Stream.concat(Stream.of(signature), rest).toList());
    }

    public Receipt receipt() {
        return signed.receipt();
    }

    /// A history that holds proves each receipt in it to follow the one before.
    private static Check before(SignedReceipt signed, Chain chain) {
        long counter = signed.receipt().counter();
        String number = Long.toString(counter - 1);
        boolean isThere = chain.proven().stream().anyMatch(step -> step.receipt().equals(signed));
        return switch (chain) {
            case Chain.Holds _ ->
                    isThere
                            ? Check.holds(Thing.RECEIPT_BEFORE, number)
                            : Check.open(Thing.RECEIPT_BEFORE);
            case Chain.Broken(var broken, _) ->
                    broken == counter
                            ? Check.fails(Thing.RECEIPT_BEFORE, number)
                            : Check.open(Thing.RECEIPT_BEFORE);
            case Chain.Unread _, Chain.Reading _, Chain.NotRead _ ->
                    Check.open(Thing.RECEIPT_BEFORE);
        };
    }
}
