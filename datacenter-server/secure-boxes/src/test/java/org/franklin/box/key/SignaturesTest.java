package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.security.Provider;
import java.util.ServiceLoader;

class SignaturesTest {

    /// A provider whose native part did not load offers no algorithm.
    private static final class Lame extends Provider {
        Lame() {
            super("Lame", "1", "offers nothing");
        }
    }

    @Test
    void choosesAProviderThatAgreesWithTheJdk() {
        assertTrue(Signatures.FASTEST.agreesWith(Signatures.JDK));
        assertFalse(Signatures.provider().isBlank());
    }

    @Test
    void choosesAwsLcWhereItsNativeLibraryLoads() {
        boolean loads =
                ServiceLoader.load(Provider.class).stream()
                        .filter(each -> each.type().getName().contains("amazon"))
                        .map(ServiceLoader.Provider::get)
                        .anyMatch(each -> each.getService("KeyFactory", "EC") != null);
        assertEquals(loads, Signatures.provider().startsWith("AmazonCorretto"));
    }

    @Test
    void passesOverAProviderThatCannotSign() {
        assertFalse(new Signatures(new Lame()).agreesWith(Signatures.JDK));
    }
}
