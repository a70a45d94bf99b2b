package org.franklin.box.freshness.disk;

import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// A disk in memory that behaves as badly as disks may, and the same way again for the same seed.
///
/// Until it is forced, each write and each change of a name may be lost, kept or (a write) kept in
/// part when the power fails, whatever became of the others. Each operation that changes something
/// has a number, counted from 1, and fails when told; a write that fails may have been done in
/// part, and after an fsync that failed the disk shows what it will never keep.
public final class LyingDisk implements BoxDisk {

    private static final int SECTOR = 512;

    /// A write, or (without bytes) a truncation.
    private record Change(long offset, Bytes bytes, boolean truncates) {}

    /// A file's content as it is shown, as it is on the platter, and what lies between.
    private static final class Content {
        byte[] shown = {};
        byte[] kept = {};
        List<Change> pending = new ArrayList<>();

        Content copy() {
            var copy = new Content();
            copy.shown = shown.clone();
            copy.kept = kept.clone();
            copy.pending = new ArrayList<>(pending);
            return copy;
        }
    }

    /// Names that get a content, or lose theirs, together.
    private record Naming(Map<String, List<Content>> names) {}

    private final SplittableRandom random;
    private Map<String, Content> shown = new TreeMap<>();
    private Map<String, Content> kept = new TreeMap<>();
    private List<Naming> pending = new ArrayList<>();
    private final Set<String> locks = new HashSet<>();
    private long operations;
    private long failsFrom = Long.MAX_VALUE;
    private long failsTo = Long.MAX_VALUE;
    private long room = Long.MAX_VALUE;
    private int life;

    public LyingDisk(long seed) {
        random = new SplittableRandom(seed);
    }

    /// How many operations changed something so far, or failed to.
    public synchronized long operations() {
        return operations;
    }

    /// The operation of this number fails, and no other.
    public synchronized void failAt(long operation) {
        failsFrom = operation;
        failsTo = operation + 1;
    }

    /// The operation of this number fails, and all after it.
    public synchronized void failFrom(long operation) {
        failsFrom = operation;
        failsTo = Long.MAX_VALUE;
    }

    public synchronized void heal() {
        failsFrom = Long.MAX_VALUE;
        failsTo = Long.MAX_VALUE;
        room = Long.MAX_VALUE;
    }

    /// Files may grow by so many bytes in all, and then the disk is full.
    public synchronized void leaveRoom(long bytes) {
        room = bytes;
    }

    /// Flips one bit for good.
    public synchronized void rot(String name, long offset, int bit) {
        Content content = at(name);
        for (byte[] bytes : List.of(content.shown, content.kept)) {
            if (offset < bytes.length) {
                bytes[(int) offset] ^= (byte) (1 << bit);
            }
        }
    }

    public synchronized byte[] content(String name) {
        return at(name).shown.clone();
    }

    private Content at(String name) {
        return Objects.requireNonNull(shown.get(name), name);
    }

    /// Puts a file there, durably, in place of another.
    public synchronized void put(String name, byte[] bytes) {
        var content = new Content();
        content.shown = bytes.clone();
        content.kept = bytes.clone();
        shown.put(name, content);
        kept.put(name, content);
    }

    /// Takes a file away, durably.
    public synchronized void remove(String name) {
        shown.remove(name);
        kept.remove(name);
    }

    public synchronized List<String> names() {
        return List.copyOf(shown.keySet());
    }

    /// The process dies; the disk still shows all that was written.
    public synchronized void killProcess() {
        life++;
        locks.clear();
        heal();
    }

    /// The process dies, and of what was not forced only something is left.
    public synchronized void cutPower() {
        killProcess();
        var contents = new LinkedHashSet<>(kept.values());
        for (Naming naming : pending) {
            if (random.nextBoolean()) {
                put(kept, naming);
            }
            naming.names().values().forEach(contents::addAll);
        }
        pending = new ArrayList<>();
        shown = new TreeMap<>(kept);
        contents.forEach(this::settle);
    }

    /// Another disk with the same content and the same future.
    public synchronized LyingDisk copy(long seed) {
        var copy = new LyingDisk(seed);
        var copies = new IdentityHashMap<Content, Content>();
        shown.forEach((name, content) ->
                copy.shown.put(name, copies.computeIfAbsent(content, Content::copy)));
        kept.forEach((name, content) ->
                copy.kept.put(name, copies.computeIfAbsent(content, Content::copy)));
        for (Naming naming : pending) {
            var names = new TreeMap<String, List<Content>>();
            naming.names()
                    .forEach((name, content) ->
                            names.put(
                                    name,
                                    content.stream()
                                            .map(each ->
                                                    copies.computeIfAbsent(each, Content::copy))
                                            .toList()));
            copy.pending.add(new Naming(names));
        }
        return copy;
    }

    private void settle(Content content) {
        for (Change change : content.pending) {
            int fate = random.nextInt(3);
            if (fate == 0) {
                continue;
            }
            content.kept =
                    fate == 1 || change.truncates()
                            ? apply(content.kept, change)
                            : inPart(content.kept, change);
        }
        content.pending = new ArrayList<>();
        content.shown = content.kept.clone();
    }

    /// A beginning of the write, or some of its sectors.
    private byte[] inPart(byte[] bytes, Change change) {
        if (random.nextBoolean()) {
            int length = random.nextInt(change.bytes().length() + 1);
            return apply(
                    bytes, new Change(change.offset(), change.bytes().slice(0, length), false));
        }
        byte[] left = bytes;
        for (int at = 0; at < change.bytes().length(); at += SECTOR) {
            if (random.nextBoolean()) {
                int end = Math.min(at + SECTOR, change.bytes().length());
                left =
                        apply(
                                left,
                                new Change(
                                        change.offset() + at,
                                        change.bytes().slice(at, end),
                                        false));
            }
        }
        return left;
    }

    /// Changes the bytes in place where that is possible.
    private static byte[] apply(byte[] bytes, Change change) {
        if (change.truncates()) {
            return Arrays.copyOf(bytes, (int) Math.min(bytes.length, change.offset()));
        }
        int end = (int) change.offset() + change.bytes().length();
        byte[] longer = end <= bytes.length ? bytes : Arrays.copyOf(bytes, end);
        byte[] written = change.bytes().toArray();
        System.arraycopy(written, 0, longer, (int) change.offset(), written.length);
        return longer;
    }

    private static void put(Map<String, Content> names, Naming naming) {
        naming.names()
                .forEach((name, content) -> {
                    names.remove(name);
                    content.forEach(each -> names.put(name, each));
                });
    }

    private boolean fails() {
        operations++;
        return operations >= failsFrom && operations < failsTo;
    }

    private void change() throws IOException {
        if (fails()) {
            throw new IOException("input/output error");
        }
    }

    private void name(Map<String, List<Content>> names) throws IOException {
        change();
        var naming = new Naming(names);
        put(shown, naming);
        pending.add(naming);
    }

    @Override
    public synchronized boolean exists(String name) {
        return shown.containsKey(name);
    }

    @Override
    public synchronized BoxFile open(String name) throws IOException {
        if (!shown.containsKey(name)) {
            throw new NoSuchFileException(name);
        }
        return new Handle(at(name), life);
    }

    @Override
    public synchronized BoxFile create(String name) throws IOException {
        if (shown.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        var content = new Content();
        name(Map.of(name, List.of(content)));
        return new Handle(content, life);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        if (!shown.containsKey(from)) {
            throw new NoSuchFileException(from);
        }
        name(Map.of(from, List.of(), to, List.of(at(from))));
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        if (shown.containsKey(name)) {
            name(Map.of(name, List.of()));
        }
    }

    @Override
    public synchronized void force() throws IOException {
        if (fails()) {
            pending.removeIf(_ -> random.nextBoolean());
            throw new IOException("input/output error");
        }
        pending.forEach(naming -> put(kept, naming));
        pending = new ArrayList<>();
    }

    @Override
    public synchronized Lock lock(String name) throws IOException {
        if (!locks.add(name)) {
            throw new InUse(name);
        }
        int taken = life;
        return () -> {
            synchronized (this) {
                if (taken == life) {
                    locks.remove(name);
                }
            }
        };
    }

    private final class Handle implements BoxFile {

        private final Content content;
        private final int opened;
        private boolean closed;

        Handle(Content content, int opened) {
            this.content = content;
            this.opened = opened;
        }

        private void live() throws IOException {
            if (closed || opened != life) {
                throw new IOException("the file is closed");
            }
        }

        @Override
        public long size() throws IOException {
            synchronized (LyingDisk.this) {
                live();
                return content.shown.length;
            }
        }

        @Override
        public byte[] read(long offset, int length) throws IOException {
            synchronized (LyingDisk.this) {
                live();
                if (offset < 0) {
                    throw new IOException("negative offset");
                }
                int from = (int) Math.min(offset, content.shown.length);
                int to = (int) Math.min(content.shown.length, (long) from + length);
                return Arrays.copyOfRange(content.shown, from, to);
            }
        }

        @Override
        public void write(long offset, byte[] bytes) throws IOException {
            synchronized (LyingDisk.this) {
                live();
                long growth = Math.max(0, offset + bytes.length - content.shown.length);
                boolean isFull = growth > room;
                if (fails() || isFull) {
                    int done = random.nextInt(bytes.length + 1);
                    put(new Change(offset, Bytes.of(bytes).slice(0, done), false));
                    throw new IOException(isFull ? "no space left on device" : "i/o error");
                }
                room -= growth;
                put(new Change(offset, Bytes.of(bytes), false));
            }
        }

        private void put(Change change) {
            content.shown = apply(content.shown, change);
            content.pending.add(change);
        }

        @Override
        public void force() throws IOException {
            synchronized (LyingDisk.this) {
                live();
                if (fails()) {
                    content.pending.removeIf(_ -> random.nextBoolean());
                    throw new IOException("input/output error");
                }
                content.pending.forEach(change -> content.kept = apply(content.kept, change));
                content.pending = new ArrayList<>();
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (LyingDisk.this) {
                live();
                change();
                put(new Change(size, Bytes.EMPTY, true));
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
