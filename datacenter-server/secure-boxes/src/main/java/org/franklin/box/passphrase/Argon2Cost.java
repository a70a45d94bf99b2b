package org.franklin.box.passphrase;

/// How much work and memory one Argon2id hash takes. Refuses less than OWASP's floor, 19 MiB and 2
/// passes.
public record Argon2Cost(int kibibytes, int passes, int lanes) {

    public static final Argon2Cost FLOOR = new Argon2Cost(19 * 1024, 2, 1);

    public static final Argon2Cost STANDARD = new Argon2Cost(64 * 1024, 3, 1);

    /// So that a mistyped setting cannot take the machine down.
    private static final int MOST_KIBIBYTES = 4 * 1024 * 1024;

    private static final int MOST_PASSES = 100;
    private static final int MOST_LANES = 16;

    public Argon2Cost {
        if (kibibytes < 19 * 1024
                || kibibytes > MOST_KIBIBYTES
                || passes < 2
                || passes > MOST_PASSES
                || lanes < 1
                || lanes > MOST_LANES) {
            throw new IllegalArgumentException(
                    "Argon2id takes 19 MiB to 4 GiB, 2 to 100 passes, 1 to 16 lanes");
        }
    }
}
