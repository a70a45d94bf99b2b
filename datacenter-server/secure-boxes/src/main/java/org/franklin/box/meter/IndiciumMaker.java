package org.franklin.box.meter;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.meter.evidence.EvidenceKey;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.suite.Suite;
import org.franklin.box.suite.TokenKeyWrap;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.Registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes the indicia of one request, with the meter's token key unwrapped for just as long.
final class IndiciumMaker {

    private final Suite suite;
    private final TokenKeyWrap tokenKeys;

    IndiciumMaker(Suite suite, TokenKeyWrap tokenKeys) {
        this.suite = suite;
        this.tokenKeys = tokenKeys;
    }

    /// The symbol of each piece, in order; each shows the registers after its own debit.
    List<Bytes> make(MeterRecord record, Dispense dispense) {
        var pieces = dispense.pieces();
        var registers = new ArrayList<Registers>(pieces.size());
        Registers last = record.registers();
        for (PricedMailpiece priced : pieces) {
            last = last.dispense(priced.price());
            registers.add(last);
        }
        try (var key = ownKey(record)) {
            // A single piece stays on its thread; the cores share the signatures of a batch.
            var places = IntStream.range(0, pieces.size());
            return (pieces.size() == 1 ? places : places.parallel())
                    .mapToObj(i -> symbol(record, pieces.get(i), registers.get(i), i + 1, key))
                    .toList();
        }
    }

    /// Whether a symbol bears this meter's signature, or both its tokens.
    boolean isOwn(MeterRecord record, SignedIndicium signed) {
        try (var key = ownKey(record)) {
            return key.made(signed);
        }
    }

    /// Whether a certificate is of this meter's key, and the key opens.
    boolean isCertifiedBy(MeterRecord record, CertifiedKey certificate) {
        Bytes probe = Canonical.bytes(record.certification());
        return tokenKey(record)
                .map(opened -> {
                    try (var key = opened) {
                        return key.isCertifiedBy(certificate, probe);
                    }
                })
                .orElse(false);
    }

    /// The Post's half of a meter's token key; nothing in a suite without tokens.
    Optional<SecretBytes> postalKey(MeterRecord record) {
        try (var key = ownKey(record)) {
            return key.postalHalf();
        }
    }

    private EvidenceKey ownKey(MeterRecord record) {
        return tokenKey(record)
                .orElseThrow(
                        () -> new IllegalStateException("a genuine record's key does not unwrap"));
    }

    private Optional<EvidenceKey> tokenKey(MeterRecord record) {
        var identity = record.identity();
        var block =
                suite.tokenKeyBlock(
                        identity.serial(),
                        identity.manufacturingNumber(),
                        record.link().cluster(),
                        identity.tokenKey().month());
        return tokenKeys
                .unwrap(identity.tokenKey(), block)
                .map(unwrapped -> EvidenceKey.open(suite, identity.serial(), unwrapped));
    }

    private static Bytes symbol(
            MeterRecord record,
            PricedMailpiece priced,
            Registers registers,
            int nth,
            EvidenceKey key) {
        return key.symbol(indicium(record, priced, registers, nth), registers.descending());
    }

    private static Indicium indicium(
            MeterRecord record, PricedMailpiece priced, Registers registers, int nth) {
        Mailpiece piece = priced.piece();
        return new Indicium(
                record.serial(),
                registers.ascending(),
                priced.price(),
                piece.mailingDate(),
                piece.weight(),
                Math.addExact(record.pieces(), nth),
                piece.mailClass(),
                piece.category(),
                record.certification().number(),
                piece.destination(),
                piece.origin(),
                List.of(IndiciumFlag.SPECIMEN),
                piece.services());
    }
}
