package org.franklin.datacenter.keymanagement.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a heap dump in the form HPROF 1.0.2 with object ids of 8 bytes.
final class Hprof {

    /// What is there to be told of a heap.
    interface Visitor {

        /// From an object of a type, or from the static fields of that type, to others.
        default void references(long holder, String type, List<Long> held) {}

        /// An array of numbers, whose content stands between two places.
        default void array(long id, int from, int to) {}
    }

    private static final int ID = 8;
    private static final int OBJECT = 2;
    private static final int HEADER = 31;

    /// By the number of a type, from 4 on: boolean, char, float, double, byte, short, int, long.
    private static final int[] SIZES = {1, 2, 4, 8, 1, 2, 4, 8};

    /// Of a root, what stands behind its id, by its tag.
    private static final Map<Integer, Integer> ROOTS =
            Map.of(0xff, 0, 1, ID, 2, 8, 3, 8, 4, 4, 5, 0, 6, 4, 7, 0, 8, 8);

    private record Type(long parent, List<Integer> fields) {}

    private final ByteBuffer in;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> classNames = new HashMap<>();
    private final Map<Long, Type> types = new HashMap<>();

    Hprof(Path file) throws IOException {
        in = ByteBuffer.wrap(Files.readAllBytes(file));
        if (in.getInt(HEADER - 12) != ID) {
            throw new IllegalArgumentException("object ids have another length");
        }
        // Once for the types, of which an object may come first.
        walk(new Visitor() {});
    }

    byte[] bytes() {
        return in.array();
    }

    void walk(Visitor visitor) {
        int at = HEADER;
        while (at < in.limit()) {
            int tag = in.get(at) & 0xff;
            int length = in.getInt(at + 5);
            at += 9;
            switch (tag) {
                case 0x01 -> names.put(in.getLong(at), text(at + ID, length - ID));
                case 0x02 -> classNames.put(in.getLong(at + 4), name(in.getLong(at + 16)));
                case 0x0c, 0x1c -> segment(at, at + length, visitor);
                default -> {
                    // Threads, stacks and sums.
                }
            }
            at += length;
        }
    }

    private String text(int at, int length) {
        return new String(in.array(), at, length, StandardCharsets.UTF_8);
    }

    private String name(long id) {
        return names.getOrDefault(id, "?").replace('/', '.');
    }

    private String className(long id) {
        return classNames.getOrDefault(id, "?");
    }

    private void segment(int from, int to, Visitor visitor) {
        int at = from;
        while (at < to) {
            int tag = in.get(at) & 0xff;
            at++;
            at =
                    switch (tag) {
                        case 0x20 -> type(at, visitor);
                        case 0x21 -> instance(at, visitor);
                        case 0x22 -> objects(at, visitor);
                        case 0x23 -> numbers(at, visitor);
                        default -> at + ID + ROOTS.get(tag);
                    };
        }
    }

    private int type(int from, Visitor visitor) {
        long id = in.getLong(from);
        long parent = in.getLong(from + 12);
        int at = from + 12 + 6 * ID + 4;
        int constants = in.getShort(at) & 0xffff;
        at += 2;
        for (int i = 0; i < constants; i++) {
            at += 3 + size(in.get(at + 2));
        }
        int statics = in.getShort(at) & 0xffff;
        at += 2;
        var held = new ArrayList<Long>();
        for (int i = 0; i < statics; i++) {
            int kind = in.get(at + ID);
            hold(held, kind, at + ID + 1);
            at += ID + 1 + size(kind);
        }
        int fields = in.getShort(at) & 0xffff;
        at += 2;
        var kinds = new ArrayList<Integer>();
        for (int i = 0; i < fields; i++) {
            kinds.add((int) in.get(at + ID));
            at += ID + 1;
        }
        types.put(id, new Type(parent, kinds));
        visitor.references(id, className(id), held);
        return at;
    }

    private int instance(int from, Visitor visitor) {
        long type = in.getLong(from + 12);
        int length = in.getInt(from + 20);
        int at = from + 24;
        var held = new ArrayList<Long>();
        // Its own class's fields come first, then its parent's, and so on.
        for (Type its = types.get(type); its != null; its = types.get(its.parent)) {
            for (int kind : its.fields) {
                hold(held, kind, at);
                at += size(kind);
            }
        }
        visitor.references(in.getLong(from), className(type), held);
        return from + 24 + length;
    }

    private void hold(List<Long> held, int kind, int at) {
        if (kind == OBJECT) {
            held.add(in.getLong(at));
        }
    }

    private int objects(int from, Visitor visitor) {
        int count = in.getInt(from + 12);
        var held = new ArrayList<Long>(count);
        for (int i = 0; i < count; i++) {
            held.add(in.getLong(from + 24 + ID * i));
        }
        visitor.references(in.getLong(from), className(in.getLong(from + 16)), held);
        return from + 24 + ID * count;
    }

    private int numbers(int from, Visitor visitor) {
        int start = from + 17;
        int end = start + in.getInt(from + 12) * size(in.get(from + 16));
        visitor.array(in.getLong(from), start, end);
        return end;
    }

    private static int size(int kind) {
        return kind == OBJECT ? ID : SIZES[kind - 4];
    }
}
