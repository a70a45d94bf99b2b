package org.franklin.datacenter.protocol;

import java.util.Arrays;
import java.util.List;

/// One state of the small world, packed: box, database, network, clients and two handlers. Handlers
/// are alike, so the smaller one stands first.
final class Situation {

    static final int HANDLERS = 2;

    /// What a handler is at. `WAY` is at the move of its
    /// [org.franklin.datacenter.function.records.Way].
    enum Phase {
        IDLE,
        LOOKUP,
        WAY,
        /// The box has decided, and not committed.
        RULED,
        REPLY
    }

    private static final List<Phase> PHASES = List.of(Phase.values());

    private static final int CRASHES = 0;
    private static final int ACTS = 1;
    private static final int FLAGS = 2;
    private static final int BOX = 3;
    private static final int DATABASE = 5;
    private static final int MESSAGES = 7;
    private static final int FIRST_HANDLER = 8;
    private static final int HANDLER = 6;
    private static final int PLACES = FIRST_HANDLER + HANDLERS * HANDLER;

    static final int LATCHED = 1;
    static final int STOPPED = 2;
    static final int OPEN = 4;
    static final int ALARM = 8;
    static final int TAMPERED = 16;

    private final byte[] packed;

    private Situation(byte[] packed) {
        this.packed = packed;
    }

    static Situation first(int places, int crashes, int acts) {
        byte[] packed = new byte[PLACES + places * 6];
        packed[CRASHES] = (byte) crashes;
        packed[ACTS] = (byte) acts;
        return new Situation(packed);
    }

    Situation copy() {
        return new Situation(packed.clone());
    }

    private int number(int at) {
        return ((packed[at] & 0xff) << 8) | (packed[at + 1] & 0xff);
    }

    private Situation number(int at, int value) {
        packed[at] = (byte) (value >> 8);
        packed[at + 1] = (byte) value;
        return this;
    }

    int crashes() {
        return packed[CRASHES];
    }

    Situation crashed() {
        packed[CRASHES]--;
        return this;
    }

    int acts() {
        return packed[ACTS];
    }

    Situation tampered() {
        packed[ACTS]--;
        return raise(TAMPERED);
    }

    boolean has(int flag) {
        return (packed[FLAGS] & flag) != 0;
    }

    Situation raise(int flag) {
        packed[FLAGS] |= (byte) flag;
        return this;
    }

    Situation clear(int flag) {
        packed[FLAGS] &= (byte) ~flag;
        return this;
    }

    StepTree.Keeping keeping() {
        return new StepTree.Keeping(has(LATCHED), has(STOPPED), has(OPEN));
    }

    Situation keep(StepTree.Keeping keeping) {
        clear(LATCHED | STOPPED | OPEN);
        return raise(
                (keeping.latched() ? LATCHED : 0)
                        | (keeping.stopped() ? STOPPED : 0)
                        | (keeping.open() ? OPEN : 0));
    }

    int box() {
        return number(BOX);
    }

    Situation box(int node) {
        return number(BOX, node);
    }

    int database() {
        return number(DATABASE);
    }

    Situation database(int node) {
        return number(DATABASE, node);
    }

    boolean isSent(int asking) {
        return ((packed[MESSAGES] >> asking) & 1) != 0;
    }

    Situation send(int asking) {
        packed[MESSAGES] |= (byte) (1 << asking);
        return this;
    }

    /// The step in the row of a place, 0 for none.
    int row(int place) {
        return number(PLACES + place * 6);
    }

    Situation row(int place, int node) {
        return number(PLACES + place * 6, node);
    }

    /// The reply that a client has.
    int got(int place) {
        return number(PLACES + place * 6 + 2);
    }

    Situation got(int place, int node) {
        return number(PLACES + place * 6 + 2, node);
    }

    /// The reply on its way to a client.
    int sentBack(int place) {
        return number(PLACES + place * 6 + 4);
    }

    Situation sentBack(int place, int node) {
        return number(PLACES + place * 6 + 4, node);
    }

    private static int at(int handler) {
        return FIRST_HANDLER + handler * HANDLER;
    }

    Phase phase(int handler) {
        return PHASES.get(packed[at(handler)]);
    }

    int asking(int handler) {
        return packed[at(handler) + 1];
    }

    int way(int handler) {
        return number(at(handler) + 2);
    }

    int node(int handler) {
        return number(at(handler) + 4);
    }

    Situation handler(int handler, Phase phase, int asking, int way, int node) {
        packed[at(handler)] = (byte) PHASES.indexOf(phase);
        packed[at(handler) + 1] = (byte) asking;
        number(at(handler) + 2, way);
        return number(at(handler) + 4, node);
    }

    Situation idle(int handler) {
        return handler(handler, Phase.IDLE, 0, 0, 0);
    }

    /// The same situation with its handlers in order.
    Situation ordered() {
        if (Arrays.compareUnsigned(packed, at(0), at(1), packed, at(1), at(2)) > 0) {
            byte[] first = Arrays.copyOfRange(packed, at(0), at(1));
            System.arraycopy(packed, at(1), packed, at(0), HANDLER);
            System.arraycopy(first, 0, packed, at(1), HANDLER);
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Situation that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
