package org.franklin.datacenter.keymanagement;

import org.franklin.box.custody.Custody;
import org.franklin.box.file.OwnFile;
import org.franklin.box.file.OwnFolder;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.keeper.Keeper;
import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.manufacturing.Manufactured;
import org.franklin.box.manufacturing.Manufacturing;
import org.franklin.box.manufacturing.SealedSeeds;
import org.franklin.box.manufacturing.Seeds;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.suite.Cryptography;
import org.franklin.box.transaction.TransactionBox;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The ceremony of `init`: makes every key, seals the boxes' seeds, files the record, begins the
/// boxes' journals and makes the data center's CA, all in a new folder.
public final class Ceremony {

    private final InstallationFolder folder;
    private final InstantSource clock;
    private final SecureRandom random;

    public Ceremony(InstallationFolder folder, InstantSource clock, SecureRandom random) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
    }

    /// Makes and marks the folders. Throws if the folder is not empty.
    public void begin() throws IOException {
        folder.begin();
    }

    /// Makes two keepers whose keys lie in the installation's own folder: whoever has that can hold
    /// a ceremony alone. For demos and small offices.
    public Keepers makeKeepers() throws IOException {
        OwnFolder.create(folder.keepers());
        var people = new ArrayList<Keeper>();
        for (String name : List.of("keeper-1", "keeper-2")) {
            try (var key = KeeperKey.draw(name, random)) {
                KeeperFile.createPlain(folder.keepers().resolve(name + ".key"), key);
                people.add(key.keeper());
            }
        }
        return new Keepers(people);
    }

    /// `processorKey` is that of the payment processor whom the transaction box believes, X.509
    /// SubjectPublicKeyInfo. Cryptography and keepers go into the boxes' seeds, and cannot be
    /// changed later. The seeds are sealed with the seal key, which is kept as `custody` says.
    public void makeKeys(
            Bytes processorKey,
            Cryptography cryptography,
            Keepers keepers,
            SecretBytes sealKey,
            Custody custody)
            throws IOException {
        var made = new Manufacturing(random, clock).make(processorKey, cryptography, keepers);
        try (Seeds seeds = made.seeds();
                var meterKey = MeterBox.journalKey(seeds.meter());
                var accountKey = TransactionBox.journalKey(seeds.transaction())) {
            OwnFile.create(folder.custody(), custody.file().toArray());
            new SealedSeeds(folder.boxes(), sealKey, random).write(seeds);
            var memory = folder.boxMemory();
            LocalJournal.create(memory, InstallationFolder.METER_JOURNAL, meterKey);
            LocalJournal.create(memory, InstallationFolder.TRANSACTION_JOURNAL, accountKey);
        }
        TrustFile.write(folder, made.trust());
        file(made);
        new TlsFolder(folder.tls(), clock, random).create(cluster(made.seeds()));
    }

    /// What the auditor files: the record, the root's signature over it, and the root.
    private void file(Manufactured made) throws IOException {
        OwnFile.create(folder.ceremonyRecord(), made.record().bytes().toArray());
        OwnFile.create(folder.ceremonySignature(), made.record().signature().toArray());
        var root = CertifiedKey.read(made.trust().root()).orElseThrow().certificate();
        OwnFile.create(folder.rootCertificate(), Pem.of(root).getBytes(StandardCharsets.US_ASCII));
    }

    private static String cluster(Seeds seeds) {
        return seeds.meter().cluster().hex().substring(0, 8);
    }
}
