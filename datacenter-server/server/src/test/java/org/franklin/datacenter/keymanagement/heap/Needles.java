package org.franklin.datacenter.keymanagement.heap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.franklin.model.canonical.Bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Secrets to be looked for: each as it is, by either half, and as hexadecimal and Base64 text.
public final class Needles {

    /// Of a raw half, in bytes: nothing is that long by chance.
    private static final int HALF = 16;

    private static final class Needle {

        private final String name;
        private final byte[] form;

        private Needle(String name, byte[] form) {
            this.name = name;
            this.form = form;
        }

        private boolean isAt(byte[] heap, int at, int to) {
            int end = at + form.length;
            return end <= to && Arrays.equals(heap, at, end, form, 0, form.length);
        }
    }

    private final List<Needle> needles = new ArrayList<>();
    private final BitSet beginnings = new BitSet(1 << 16);

    /// The content has at least 16 bytes.
    public void add(String name, Bytes content) {
        int length = content.length();
        add(name, content.slice(0, HALF).toArray());
        add(name, content.slice(length - HALF, length).toArray());
        String text = name + ", as text";
        String hex = content.hex().substring(0, 2 * HALF);
        add(text, hex.getBytes(ISO_8859_1));
        add(text, hex.toUpperCase(Locale.ROOT).getBytes(ISO_8859_1));
        for (var base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            add(text, Arrays.copyOf(base64.encode(content.toArray()), HALF));
        }
    }

    private void add(String name, byte[] form) {
        needles.add(new Needle(name, form));
        beginnings.set(beginning(form, 0));
    }

    private static int beginning(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << Byte.SIZE) | (bytes[at + 1] & 0xff);
    }

    /// The names of all that stand between two places.
    Set<String> in(byte[] heap, int from, int to) {
        var found = new TreeSet<String>();
        for (int at = from; at + HALF <= to; at++) {
            if (beginnings.get(beginning(heap, at))) {
                for (Needle needle : needles) {
                    if (needle.isAt(heap, at, to)) {
                        found.add(needle.name);
                    }
                }
            }
        }
        return found;
    }

    public Set<String> in(byte[] bytes) {
        return in(bytes, 0, bytes.length);
    }
}
