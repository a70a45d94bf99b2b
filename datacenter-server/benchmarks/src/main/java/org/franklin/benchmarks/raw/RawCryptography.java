package org.franklin.benchmarks.raw;

import org.franklin.box.key.KeyBlock;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.KeyWrap;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.RecordMac;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.key.WrappedKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The cryptography that protocol 2.3 asks of one dispense, and nothing else, on all cores at once:
/// the record's MAC verified, the device's signature verified, the token key unwrapped, the
/// indicium signed, the next record's MAC made, the receipt signed.
public final class RawCryptography {

    private static final int COUNT = 20_000;
    private static final int MONTH = 2026_07;
    private static final String SUBJECT = "meter 1";
    private static final Bytes CLUSTER = Bytes.of(new byte[MasterKey.CLUSTER_LENGTH]);
    private static final KeyBlock BLOCK =
            KeyBlock.ofTokenKey(new SerialNumber(1), 1, CLUSTER, MONTH);
    private static final Bytes INDICIUM = Bytes.of(new byte[45]);
    private static final Bytes REQUEST = Bytes.of(new byte[200]);

    private final Bytes record;
    private final RecordMac macs;
    private final KeyWrap wrap;
    private final SigningKey receipts;
    private final WrappedKey tokenKey;
    private final Bytes deviceKey;
    private final Bytes deviceSignature;
    private final Bytes recordMac;

    /// Over records of as many bytes.
    public RawCryptography(int record) {
        var random = new SecureRandom();
        this.record = Bytes.of(new byte[record]);
        macs = new RecordMac(master(random), KeyPurpose.RECORD_MAC);
        wrap = new KeyWrap(master(random), random);
        receipts = SigningKey.generate(random);
        try (var token = SigningKey.generate(random);
                var device = SigningKey.generate(random)) {
            tokenKey = wrap.wrap(token.scalar(), BLOCK);
            deviceKey = device.publicKey();
            deviceSignature = device.sign(REQUEST);
        }
        recordMac = macs.mac(SUBJECT, MONTH, this.record);
    }

    private static MasterKey master(SecureRandom random) {
        try (var secret = SecretBytes.random(MasterKey.LENGTH, random)) {
            return new MasterKey(secret, CLUSTER);
        }
    }

    /// How many dispenses' worth the machine does in a second.
    public double perSecond() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        each(cores, COUNT / 4);
        long from = System.nanoTime();
        each(cores, COUNT);
        return (double) cores * COUNT / ((System.nanoTime() - from) / 1e9);
    }

    private void each(int cores, int count) throws Exception {
        try (var threads = Executors.newFixedThreadPool(cores)) {
            Callable<Boolean> some =
                    () -> {
                        for (int i = 0; i < count; i++) {
                            one();
                        }
                        return true;
                    };
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                all.add(threads.submit(some));
            }
            for (var done : all) {
                done.get();
            }
        }
    }

    private void one() {
        boolean genuine =
                macs.verifies(SUBJECT, MONTH, record, recordMac)
                        && VerifyingKey.of(deviceKey)
                                .filter(key -> key.verifies(REQUEST, deviceSignature))
                                .isPresent();
        if (!genuine) {
            throw new IllegalStateException("a genuine request was refused");
        }
        try (var scalar = wrap.unwrap(tokenKey, BLOCK).orElseThrow();
                var key = SigningKey.ofScalar(scalar)) {
            key.sign(INDICIUM);
        }
        macs.mac(SUBJECT, MONTH, record);
        receipts.sign(REQUEST);
    }
}
