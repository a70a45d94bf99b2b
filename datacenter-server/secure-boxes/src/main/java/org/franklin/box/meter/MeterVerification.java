package org.franklin.box.meter;

import org.franklin.box.meter.MeterBoxAnswer.Verified;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.RecordChain;
import org.franklin.box.record.SignedRecord;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.meter.SignedReceipt;

/// Verification inside the box, without certificates: of an indicium with the meter's own key, of a
/// receipt with the box's.
final class MeterVerification {

    private final IndiciumMaker indicia;
    private final Receipts receipts;
    private final Bytes cluster;

    MeterVerification(IndiciumMaker indicia, Receipts receipts, Bytes cluster) {
        this.indicia = indicia;
        this.receipts = receipts;
        this.cluster = cluster;
    }

    Verified verify(SignedReceipt carried) {
        if (!carried.receipt().cluster().equals(cluster) || !receipts.isOwn(carried)) {
            return new Verified(false, "Altered, or not from this data center: do not accept.");
        }
        return new Verified(true, "A genuine receipt of this meter box.");
    }

    Verified verify(RecordChain<MeterRecord, ?> chain, Bytes signedRecord, Bytes symbol) {
        return switch (IndiciumForm.decode(symbol)) {
            case Malformed<SignedIndicium>(var reason) ->
                    new Verified(false, "Not an indicium of Franklin: " + reason + ".");
            case Valid<SignedIndicium>(var signed) ->
                    chain.genuine(signedRecord)
                            .map(record -> verify(record, signed))
                            .orElse(new Verified(false, "The meter's record cannot be believed."));
        };
    }

    private Verified verify(MeterRecord record, SignedIndicium signed) {
        var claimed = signed.indicium();
        if (!claimed.serial().equals(record.serial()) || !indicia.isOwn(record, signed)) {
            return new Verified(false, "Altered, or not from this meter: do not accept.");
        }
        return claimed.pieceCount() <= record.pieces()
                ? new Verified(true, "Genuine specimen.")
                : new Verified(false, "The meter has not counted this piece yet.");
    }

    /// What the database says the counter is; -1 where it cannot be read.
    static long counterOf(Bytes signedRecord) {
        return switch (SignedRecord.body(MeterRecord.class, signedRecord)) {
            case Malformed<MeterRecord> _ -> -1;
            case Valid<MeterRecord>(var record) -> record.counter();
        };
    }
}
