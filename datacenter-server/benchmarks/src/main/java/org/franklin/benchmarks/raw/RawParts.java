package org.franklin.benchmarks.raw;

import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Figures.Denominator;
import org.franklin.benchmarks.figure.Samples;
import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;

/// The parts that a dispense cannot do without, each alone: what the machine gives at best.
public final class RawParts {

    private static final int TIMES = 300;

    private final Path dir;
    private final Figures figures;

    public RawParts(Path dir, Figures figures) {
        this.dir = dir;
        this.figures = figures;
    }

    /// One append of 1 KiB and one fsync.
    public Denominator fsync() throws Exception {
        try (var file =
                FileChannel.open(
                        dir.resolve("raw.bin"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            var kilobyte = ByteBuffer.allocate(1024);
            var samples =
                    Samples.of(
                            20,
                            TIMES,
                            () -> {
                                file.write(kilobyte.rewind(), file.size());
                                file.force(false);
                            });
            return figures.denominator("raw-fsync", samples.median(), "ms");
        }
    }

    /// One commit of one row in WAL mode with `synchronous=FULL`.
    public Denominator commit() throws Exception {
        try (var sqlite = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("raw.db"));
                var statement = sqlite.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("CREATE TABLE row (content BLOB)");
            try (var insert = sqlite.prepareStatement("INSERT INTO row VALUES (zeroblob(1024))")) {
                var samples = Samples.of(20, TIMES, insert::executeUpdate);
                return figures.denominator("raw-sql-commit", samples.median(), "ms");
            }
        }
    }

    /// One P-256 signature by the provider that the boxes chose.
    public Denominator signature() throws Exception {
        try (var key = SigningKey.generate(new SecureRandom())) {
            Bytes data = Bytes.of(new byte[45]);
            var samples =
                    Samples.of(
                            2_000,
                            TIMES,
                            () -> {
                                if (key.sign(data).length() != 64) {
                                    throw new IllegalStateException("no signature");
                                }
                            });
            return figures.denominator("raw-signature", samples.median(), "ms");
        }
    }
}
