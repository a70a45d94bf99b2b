package org.franklin.box.manufacturing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.box.HandClock;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.reflect.RecordComponent;
import java.security.SecureRandom;
import java.util.Arrays;

/// The form of seeds on disk, spelled out in records of plain bytes: every installation that was
/// ever made has it, and has to open.
class SeedFormTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private record MeterSeed(
            Bytes cluster,
            Bytes recordMaster,
            Bytes tokenKeyMaster,
            Bytes steelKey,
            Bytes journalMaster,
            Bytes receiptKey,
            Bytes receiptCertificate,
            Bytes root,
            Bytes authenticationKey,
            Bytes transactionKey,
            Suite suite,
            Keepers keepers) {}

    private record TransactionSeed(
            Bytes cluster,
            Bytes recordMaster,
            Bytes journalMaster,
            Bytes steelKey,
            Bytes signingKey,
            Bytes certificate,
            Bytes root,
            Bytes authenticationKey,
            Bytes processorKey,
            Suite suite,
            Keepers keepers) {}

    private record AuthenticationSeed(
            Bytes cluster,
            Bytes recordMaster,
            Bytes steelKey,
            Bytes signingKey,
            Bytes certificate,
            Bytes credentialsKey,
            Bytes credentialsCertificate,
            Bytes root) {}

    private record SteelSeed(
            Bytes cluster,
            Bytes vendorKey,
            Bytes postalKey,
            Bytes tokenKeyMaster,
            Bytes meterKey,
            Bytes authenticationKey,
            Bytes transactionKey,
            Bytes rootKey,
            Bytes root,
            Suite suite) {}

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aSecretStandsInItAsItsPlainBytesDo(Suite suite) throws ReflectiveOperationException {
        var seeds =
                new Manufacturing(RANDOM, new HandClock("2026-11-22T10:00:00Z"))
                        .make(SigningKey.generate(RANDOM).publicKey(), suite)
                        .seeds();
        isOfForm(MeterSeed.class, seeds.meter());
        isOfForm(TransactionSeed.class, seeds.transaction());
        isOfForm(AuthenticationSeed.class, seeds.authentication());
        isOfForm(SteelSeed.class, seeds.steel());
    }

    private static void isOfForm(Class<? extends Record> form, Record seed)
            throws ReflectiveOperationException {
        var onDisk = Canonical.bytes(plain(form, seed));
        assertEquals(onDisk.hex(), Canonical.bytes(seed).hex());
        assertEquals(new Decoded.Valid<>(seed), Canonical.decode(seed.getClass(), onDisk));
    }

    private static Record plain(Class<? extends Record> form, Record seed)
            throws ReflectiveOperationException {
        var components = seed.getClass().getRecordComponents();
        var types =
                Arrays.stream(form.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            var value = components[i].getAccessor().invoke(seed);
            values[i] = value instanceof SecretBytes secret ? secret.use(Bytes::of) : value;
        }
        return form.getDeclaredConstructor(types).newInstance(values);
    }
}
