package org.franklin.box.health;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A random source under continuous tests (SP 800-90B 4.3 and 4.4). What fails them is never handed
/// out; from then on every draw throws a [BoxFault], also if the source recovers.
///
/// The tests see a source that sticks or stops; no test can see one that somebody foretells. The
/// nonces of signatures come from their provider's own source, which this does not watch.
public final class CheckedRandom extends SecureRandom {

    @Serial private static final long serialVersionUID = 1;

    /// So many bytes are tested and thrown away before the first is handed out.
    private static final int AT_START = 1_024;

    private final transient SecureRandom source;
    private final transient SourceTests tests = new SourceTests();
    private final transient AtomicReference<Optional<String>> fault =
            new AtomicReference<>(Optional.empty());

    private CheckedRandom(SecureRandom source) {
        this.source = source;
    }

    /// The machine's own source.
    public static CheckedRandom ofMachine() {
        return over(new SecureRandom());
    }

    /// The same source under test; one that is tested already stays as it is.
    public static CheckedRandom over(SecureRandom source) {
        if (source instanceof CheckedRandom checked) {
            return checked;
        }
        var checked = new CheckedRandom(source);
        checked.tried(new byte[AT_START]);
        return checked;
    }

    /// Why nothing is drawn from it any more, as a sentence.
    public Optional<String> fault() {
        return fault.get();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        fault.get()
                .ifPresent(reason -> {
                    throw new BoxFault(reason);
                });
        tried(bytes);
        fault.get()
                .ifPresent(reason -> {
                    Arrays.fill(bytes, (byte) 0);
                    throw new BoxFault(reason);
                });
    }

    private void tried(byte[] bytes) {
        source.nextBytes(bytes);
        tests.failure(bytes)
                .ifPresent(name -> {
                    tests.wipe();
                    fault.set(Optional.of("the random source failed its test: " + name));
                });
    }

    @Override
    public byte[] generateSeed(int length) {
        byte[] seed = new byte[length];
        nextBytes(seed);
        return seed;
    }

    @Override
    public void setSeed(byte[] seed) {
        source.setSeed(seed);
    }

    @Override
    public String getAlgorithm() {
        return source.getAlgorithm();
    }

    @Override
    public String toString() {
        return "CheckedRandom[" + getAlgorithm() + "]";
    }
}
