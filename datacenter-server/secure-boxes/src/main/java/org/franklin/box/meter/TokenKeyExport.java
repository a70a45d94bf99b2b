package org.franklin.box.meter;

import org.franklin.box.ceremony.CeremonyAnswer.Refused;
import org.franklin.box.ceremony.CeremonyRefusal;
import org.franklin.box.ceremony.Statement;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.meter.MeterBoxAnswer.Ceremonial;
import org.franklin.box.meter.MeterBoxAnswer.TokenKeys;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.RecordChain;
import org.franklin.box.verifier.SealedTokenKey;
import org.franklin.box.verifier.TokenKeyPage;
import org.franklin.box.verifier.Verifier;
import org.franklin.model.canonical.Canonical;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Seals the Post's token keys of all meters to a verifier, page by page, from the box's own
/// memory: the box is shown nothing, so nothing can be kept from it. The vendor's keys stay where
/// they are.
final class TokenKeyExport {

    /// A key is sealed in a millisecond or two.
    private static final int PAGE = 64;

    private final IndiciumMaker indicia;
    private final Receipts receipts;
    private final SecureRandom random;

    TokenKeyExport(IndiciumMaker indicia, Receipts receipts, SecureRandom random) {
        this.indicia = indicia;
        this.receipts = receipts;
        this.random = random;
    }

    /// The page from this place on; the ceremony of the statement was held.
    MeterBoxAnswer page(
            Statement statement,
            int from,
            FreshnessLog log,
            RecordChain<MeterRecord, ?> chain,
            Instant now) {
        var verifier = Verifier.ofSubject(statement.subject());
        int meters = log.subjects();
        if (verifier.isEmpty() || statement.kind() != Statement.Kind.EXPORT_TOKEN_KEYS) {
            return refused(new CeremonyRefusal.NoVerifier());
        }
        if (from < 0 || from >= meters) {
            return refused(new CeremonyRefusal.NoTokenKeys());
        }
        int to = Math.min(meters, from + PAGE);
        var records =
                log.subjects(from, to).stream()
                        .flatMap(subject -> last(subject, log, chain).stream())
                        .toList();
        if (records.size() < to - from) {
            return refused(new CeremonyRefusal.Unreadable(to - from - records.size()));
        }
        var page =
                new TokenKeyPage(
                        statement.cluster(),
                        verifier.get(),
                        Canonical.hash(statement),
                        now,
                        from,
                        meters,
                        sealed(records, verifier.get()));
        return new TokenKeys(receipts.sign(page), page.isLast() ? -1 : page.next());
    }

    private static MeterBoxAnswer refused(CeremonyRefusal refusal) {
        return new Ceremonial(new Refused(refusal));
    }

    private static Optional<MeterRecord> last(
            String subject, FreshnessLog log, RecordChain<MeterRecord, ?> chain) {
        return log.last(subject) instanceof Recalled.Found(var step)
                ? chain.genuine(step.record())
                : Optional.empty();
    }

    private List<SealedTokenKey> sealed(List<MeterRecord> records, Verifier verifier) {
        return records.stream().map(record -> sealed(record, verifier)).toList();
    }

    private SealedTokenKey sealed(MeterRecord record, Verifier verifier) {
        try (var key =
                indicia.postalKey(record)
                        .orElseThrow(() -> new IllegalStateException("no suite of tokens"))) {
            return SealedTokenKey.seal(
                    record.link().cluster(), verifier, record.serial(), key, random);
        }
    }

    @Override
    public String toString() {
        return "TokenKeyExport";
    }
}
