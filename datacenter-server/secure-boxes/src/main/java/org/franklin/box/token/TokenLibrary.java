package org.franklin.box.token;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A library of PKCS#11, by the places of its functions in its `CK_FUNCTION_LIST`.
// To call a native library is what this is for; the launchers allow it.
@SuppressWarnings("restricted")
final class TokenLibrary {

    private static final int INITIALIZE = 0;
    private static final int FINALIZE = 1;
    private static final int GET_SLOT_LIST = 4;
    private static final int GET_TOKEN_INFO = 6;

    private static final long OK = 0;
    private static final int LABEL_LENGTH = 32;

    /// Room for a `CK_TOKEN_INFO`, whose first field is the label.
    private static final int INFO_LENGTH = 512;

    private static final int MOST_SLOTS = 256;

    private final Linker linker = Linker.nativeLinker();

    /// `CK_ULONG` is C's unsigned long: 8 bytes, but 4 on Windows, where structs are packed too.
    private final MemoryLayout number =
            Objects.requireNonNull(linker.canonicalLayouts().get("long"), "C has a long");

    private final Arena memory;
    private final MemorySegment functions;

    TokenLibrary(MemorySegment getFunctionList, Arena memory) {
        this.memory = memory;
        var list = memory.allocate(ADDRESS);
        call(linker.downcallHandle(getFunctionList, FunctionDescriptor.of(number, ADDRESS)), list);
        this.functions =
                list.get(ADDRESS, 0)
                        .reinterpret(firstFunction() + (GET_TOKEN_INFO + 1) * ADDRESS.byteSize());
    }

    List<Long> slotsOf(String label) {
        long began = call(function(INITIALIZE, ADDRESS), MemorySegment.NULL);
        try {
            return slots().stream().filter(slot -> label(slot).equals(label)).toList();
        } finally {
            // Where it ran already, it is SunPKCS11's to end.
            if (began == OK) {
                call(function(FINALIZE, ADDRESS), MemorySegment.NULL);
            }
        }
    }

    private List<Long> slots() {
        var count = memory.allocate(number);
        put(count, MOST_SLOTS);
        var list = memory.allocate(number.byteSize() * MOST_SLOTS, number.byteAlignment());
        byte withToken = 1;
        var slots = new ArrayList<Long>();
        if (call(function(GET_SLOT_LIST, JAVA_BYTE, ADDRESS, ADDRESS), withToken, list, count)
                == OK) {
            for (long i = 0; i < get(count, 0); i++) {
                slots.add(get(list, i * number.byteSize()));
            }
        }
        return slots;
    }

    /// Nothing for a slot that tells nothing.
    private String label(long slot) {
        var info = memory.allocate(INFO_LENGTH, Long.BYTES);
        boolean told = call(function(GET_TOKEN_INFO, number, ADDRESS), ulong(slot), info) == OK;
        byte[] label = info.asSlice(0, LABEL_LENGTH).toArray(JAVA_BYTE);
        return told ? new String(label, StandardCharsets.UTF_8).strip() : "";
    }

    private MethodHandle function(int place, MemoryLayout... parameters) {
        var address =
                functions.get(
                        ADDRESS.withByteAlignment(1), firstFunction() + place * ADDRESS.byteSize());
        return linker.downcallHandle(address, FunctionDescriptor.of(number, parameters));
    }

    /// Behind the version, two bytes.
    private long firstFunction() {
        return isLong() ? ADDRESS.byteSize() : 2;
    }

    private static long call(MethodHandle function, Object... arguments) {
        try {
            return ((Number) function.invokeWithArguments(arguments)).longValue();
        } catch (Throwable e) {
            throw new AssertionError("a library of PKCS#11 throws nothing", e);
        }
    }

    private boolean isLong() {
        return number.byteSize() == Long.BYTES;
    }

    private Object ulong(long value) {
        return isLong() ? (Object) value : (Object) (int) value;
    }

    private void put(MemorySegment at, int value) {
        if (isLong()) {
            at.set(JAVA_LONG, 0, value);
        } else {
            at.set(JAVA_INT, 0, value);
        }
    }

    private long get(MemorySegment at, long offset) {
        return isLong()
                ? at.get(JAVA_LONG, offset)
                : Integer.toUnsignedLong(at.get(JAVA_INT, offset));
    }
}
