package org.franklin.box.manufacturing;

import org.franklin.box.certificate.BoxKey;
import org.franklin.box.certificate.Trust;
import org.franklin.box.key.KeyCheck;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an auditor files of a ceremony: which keys were made, which box got which, and the check
/// value of each; no key.
///
/// `signature` is the Post's root's over the text in UTF-8: ECDSA P-256 with SHA-256, DER, as
/// `openssl dgst -verify` takes it. The text does not begin as a certificate does, so that it
/// cannot pass for one.
public record CeremonyRecord(String text, Bytes signature) {

    public Bytes bytes() {
        return bytes(text);
    }

    static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The text about an installation whose boxes were given these seeds. Each check value is
    /// worked out at both ends of a key, from both boxes' seeds.
    static String text(Seeds seeds, Trust trust, Instant time) {
        var meter = seeds.meter();
        var transaction = seeds.transaction();
        var authentication = seeds.authentication();
        var steel = seeds.steel();
        var lines = new ArrayList<String>();
        lines.add("Ceremony of keys, Franklin. Specimens only.");
        lines.add("  time          " + time);
        lines.add("  installation  " + meter.cluster().hex());
        lines.add("The manufacturing box drew every key, gave each box its own, and kept none.");
        lines.add("A check value of six digits names a key and does not tell it.");
        lines.add("");
        lines.add("1. Domain keys, to the steel box alone, which merges them for each meter");
        lines.add(key("vendor", steel.vendorKey()));
        lines.add(key("Post", steel.postalKey()));
        lines.add("2. Keys that the steel box shares, each with one other box");
        lines.add(shared("meter box, token keys", steel.tokenKeyMaster(), meter.tokenKeyMaster()));
        lines.add(shared("meter box, messages", steel.meterKey(), meter.steelKey()));
        lines.add(
                shared("authentication box", steel.authenticationKey(), authentication.steelKey()));
        lines.add(shared("transaction box", steel.transactionKey(), transaction.steelKey()));
        lines.add("3. Keys of one box alone");
        lines.add(key("meter box, records", meter.recordMaster()));
        if (meter.recordMaster().equals(meter.tokenKeyMaster())) {
            lines.add("       This is the set of its token keys: one set serves both purposes.");
        }
        lines.add(key("meter box, journal", meter.journalMaster()));
        lines.add(key("transaction box, records", transaction.recordMaster()));
        lines.add(key("transaction box, journal", transaction.journalMaster()));
        lines.add(key("authentication box, mailers", authentication.recordMaster()));
        lines.add("4. Certificates, with their SHA-256");
        lines.add("     the Post's root, whose private key the steel box holds");
        lines.add("       " + fingerprint(trust.root()));
        lines.addAll(certificates(trust.certificates()));
        lines.add("");
        return String.join("\n", lines);
    }

    private static List<String> certificates(List<Bytes> certificates) {
        var lines = new ArrayList<String>();
        int place = 0;
        for (BoxKey box : BoxKey.values()) {
            lines.add("     " + box.number() + " " + box.commonName());
            lines.add("       " + fingerprint(certificates.get(place)));
            place++;
        }
        return lines;
    }

    private static String key(String name, SecretBytes key) {
        return "     %-28s %s".formatted(name, KeyCheck.of(key));
    }

    private static String shared(String name, SecretBytes here, SecretBytes there) {
        return "     %-28s %s at the steel box, %s there"
                .formatted(name, KeyCheck.of(here), KeyCheck.of(there));
    }

    private static String fingerprint(Bytes certificate) {
        return Hash.of(certificate).bytes().hex();
    }
}
