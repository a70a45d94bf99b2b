package org.franklin.box.token;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/// Where the token of a label is: SunPKCS11 knows tokens by the numbers of their slots alone, which
/// change, so the library itself is asked (PKCS#11 2.40: `C_GetSlotList`, `C_GetTokenInfo`).
sealed interface TokenSlot {

    record At(long slot) implements TokenSlot {}

    record NoToken() implements TokenSlot {}

    record Many() implements TokenSlot {}

    /// Not there, or not a library of PKCS#11.
    record NoLibrary() implements TokenSlot {}

    // To call a native library is what this is for; the launchers allow it.
    @SuppressWarnings("restricted")
    static TokenSlot find(String library, String label) {
        if (!Path.of(library).isAbsolute()) {
            return new NoLibrary();
        }
        try (var memory = Arena.ofConfined()) {
            // Libraries stay loaded: SunPKCS11 uses them after this.
            var symbols = SymbolLookup.libraryLookup(Path.of(library), Arena.global());
            var functions = symbols.find("C_GetFunctionList");
            if (functions.isEmpty()) {
                return new NoLibrary();
            }
            var slots = new TokenLibrary(functions.get(), memory).slotsOf(label);
            return switch (slots.size()) {
                case 0 -> new NoToken();
                case 1 -> new At(slots.getFirst());
                default -> new Many();
            };
        } catch (IllegalArgumentException _) {
            return new NoLibrary();
        }
    }
}
