package org.franklin.client.datacenter;

import org.franklin.client.datacenter.outbox.Place;
import org.franklin.client.datacenter.outbox.StoredRequest;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.ReceiptChain;
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterReply.Issued;
import org.franklin.model.meter.MeterReply.Refilled;
import org.franklin.model.meter.MeterReply.Voided;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether a reply proves itself: signed by a certified meter box, the outcome of this
/// number of this device, answering bytes that this computer signed, with genuine indicia that say
/// what was asked. The data center's word counts for nothing here.
final class ReplyExamination {

    sealed interface Finding {

        record Proven(MeterReply reply) implements Finding {}

        record NotProven(String reason) implements Finding {}
    }

    private final IndiciumVerifier indicia;
    private final ReceiptVerifier receipts;

    ReplyExamination(VerificationKeys keys) {
        this.indicia = new IndiciumVerifier(keys);
        this.receipts = new ReceiptVerifier(keys);
    }

    /// Examines the outcome of a number. `attempts` is all that this outbox ever signed for it; a
    /// reply that answers none of them is of a request that an older outbox has lost.
    Finding outcome(Bytes bytes, Place place, List<StoredRequest> attempts) {
        return switch (MeterReply.decode(bytes)) {
            case Malformed<MeterReply>(var reason) -> new Finding.NotProven(reason);
            case Valid<MeterReply>(var reply) ->
                    wrongReceipt(reply, place)
                            .or(() -> wrongAnswer(reply, attempts))
                            .<Finding>map(Finding.NotProven::new)
                            .orElseGet(() -> new Finding.Proven(reply));
        };
    }

    /// Examines the reply to a refill. It names a voucher, not the refill's id: which of several
    /// refills it answers shows only in the outbox and the statement.
    Finding refill(Bytes bytes, SerialNumber serial, Postage amount) {
        return switch (MeterReply.decode(bytes)) {
            case Malformed<MeterReply>(var reason) -> new Finding.NotProven(reason);
            case Valid<MeterReply>(var reply) -> {
                var receipt = reply.receipt().receipt();
                boolean fits =
                        reply instanceof Refilled
                                && receipts.isGenuine(reply.receipt())
                                && receipt.serial().equals(serial)
                                && receipt.request().actor() == RequestKey.VOUCHERS
                                && receipt.registers().controlTotal().covers(amount);
                yield fits
                        ? new Finding.Proven(reply)
                        : new Finding.NotProven("the receipt is not of this refill");
            }
        };
    }

    private Optional<String> wrongReceipt(MeterReply reply, Place place) {
        var receipt = reply.receipt().receipt();
        if (!receipts.isGenuine(reply.receipt())) {
            return Optional.of("no certified meter box signed the receipt");
        }
        boolean here =
                receipt.serial().equals(place.serial())
                        && receipt.request().actor() == place.device().number()
                        && receipt.request().sequence() == place.sequence();
        return here ? Optional.empty() : Optional.of("the receipt is of another request");
    }

    private Optional<String> wrongAnswer(MeterReply reply, List<StoredRequest> attempts) {
        return switch (reply) {
            case Issued issued -> wrongIndicia(issued, attempts);
            case Voided(var signed) ->
                    isRequest(signed.receipt().request().request(), attempts)
                            ? Optional.of("a request for postage is answered as a cancel")
                            : Optional.empty();
            // A later outbox asked so under this number, and was lost.
            case MeterReply.Enrolled _, MeterReply.Revoked _ ->
                    isSent(reply.receipt().receipt().request().request(), attempts)
                            ? Optional.of("a request is answered with a change of devices")
                            : Optional.empty();
            case Refilled _, MeterReply.Admitted _, MeterReply.Recertified _ ->
                    Optional.of("the reply is of another kind");
        };
    }

    private Optional<String> wrongIndicia(Issued issued, List<StoredRequest> attempts) {
        var receipt = issued.receipt().receipt();
        if (!receipt.indiciaRoot().equals(ReceiptChain.rootOf(issued.indicia()))) {
            return Optional.of("the indicia are not those of the receipt");
        }
        var said = new ArrayList<Indicium>();
        for (Bytes symbol : issued.indicia()) {
            // The genuine receipt covers the symbol, so that tokens of the suite of 1998 are the
            // box's.
            var unrefuted = indicia.verify(symbol).unrefuted();
            if (unrefuted.isEmpty()) {
                return Optional.of("an indicium is not genuine");
            }
            said.add(unrefuted.get());
        }
        if (!addsUp(said, receipt)) {
            return Optional.of("the indicia do not fit the registers of the receipt");
        }
        var answered = receipt.request().request();
        if (attempts.stream().anyMatch(each -> each.isGivenUp() && isOf(each.next(), answered))) {
            return Optional.of("a cancel is answered with postage");
        }
        return attempts.stream()
                .filter(attempt -> isOf(attempt.sendings().getFirst(), answered))
                .findFirst()
                .filter(attempt -> !says(said, attempt.asked().pieces()))
                .map(_ -> "an indicium does not say what was asked");
    }

    private static boolean isRequest(Hash answered, List<StoredRequest> attempts) {
        return attempts.stream().anyMatch(each -> isOf(each.sendings().getFirst(), answered));
    }

    private static boolean isSent(Hash answered, List<StoredRequest> attempts) {
        return attempts.stream()
                .flatMap(each -> each.sendings().stream())
                .anyMatch(sent -> isOf(sent, answered));
    }

    private static boolean isOf(DeviceSigned signed, Hash answered) {
        return Hash.of(signed.request()).equals(answered);
    }

    /// Whether the pieces are counted one by one, each register after the one before, up to what
    /// the receipt states.
    private static boolean addsUp(List<Indicium> said, Receipt receipt) {
        if (said.isEmpty()) {
            return false;
        }
        long count = receipt.pieces();
        Postage ascending = receipt.registers().ascending();
        for (Indicium indicium : said.reversed()) {
            if (!indicium.serial().equals(receipt.serial())
                    || indicium.pieceCount() != count
                    || !indicium.ascending().equals(ascending)
                    || !ascending.covers(indicium.postage())) {
                return false;
            }
            count--;
            ascending = ascending.minus(indicium.postage());
        }
        return true;
    }

    private static boolean says(List<Indicium> said, List<PricedMailpiece> asked) {
        if (said.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            if (!says(said.get(i), asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean says(Indicium said, PricedMailpiece asked) {
        var piece = asked.piece();
        return said.postage().equals(asked.price())
                && said.mailClass() == piece.mailClass()
                && said.category() == piece.category()
                && said.weight().equals(piece.weight())
                && said.services().equals(piece.services())
                && said.origin().equals(piece.origin())
                && said.destination().equals(piece.destination())
                && said.mailingDate().equals(piece.mailingDate());
    }
}
