package org.franklin.model.canonical;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// An immutable sequence of bytes that compares by content, in constant time for equal lengths.
///
/// For public bytes only: hashes, signatures, certificates, ciphertexts. Secrets have a type of
/// their own inside the boxes, which can be wiped and does not print.
public final class Bytes {

    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /// All of them, one after the other.
    public static Bytes join(List<Bytes> parts) {
        byte[] all = new byte[parts.stream().mapToInt(Bytes::length).reduce(0, Math::addExact)];
        int at = 0;
        for (Bytes part : parts) {
            System.arraycopy(part.content, 0, all, at, part.content.length);
            at += part.content.length;
        }
        return new Bytes(all);
    }

    /// Keeps the array itself, which nobody else may hold.
    static Bytes keeping(byte[] content) {
        return new Bytes(content);
    }

    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    public int length() {
        return content.length;
    }

    /// The array itself, for this package alone, which leaves it as it is.
    byte[] content() {
        return content;
    }

    /// A copy: this value cannot be changed through it.
    public byte[] toArray() {
        return content.clone();
    }

    /// The bytes from `from`, included, to `to`, excluded.
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, content.length);
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    public Bytes plus(Bytes end) {
        byte[] both = Arrays.copyOf(content, content.length + end.content.length);
        System.arraycopy(end.content, 0, both, content.length, end.content.length);
        return new Bytes(both);
    }

    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && MessageDigest.isEqual(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /// Short, since some of these are kilobytes: the length and the first four bytes.
    @Override
    public String toString() {
        return content.length + " bytes " + slice(0, Math.min(4, content.length)).hex();
    }
}
