package org.franklin.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.franklin.house.Arrow.BOXES;
import static org.franklin.house.Arrow.COMMUNICATION;
import static org.franklin.house.Arrow.CONNECTION;
import static org.franklin.house.Arrow.KEY_MANAGEMENT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import org.franklin.model.indicium.CertifiedKey;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

/// Where keys are. A key that lies anywhere else is a key that somebody can copy.
final class KeyArrows {

    static final List<Arrow> ALL =
            List.of(
                    new Arrow(
                            "only boxes hold secret keys",
                            noClasses()
                                    .that(
                                            areNot(
                                                    resideInAnyPackage(BOXES, KEY_MANAGEMENT)
                                                            .or(strangersKeys())))
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            "javax.crypto..", "org.bouncycastle..", "com.amazon.."),
                            "a key outside a secure box is a key that staff can copy",
                            """
                            package org.franklin.datacenter.communication;
                            class Forger { javax.crypto.Mac mac; }
                            """),
                    new Arrow(
                            "only boxes and the device hold private keys",
                            noClasses()
                                    .that(
                                            areNot(
                                                    resideInAnyPackage(BOXES, KEY_MANAGEMENT)
                                                            .or(strangersKeys())))
                                    .should()
                                    .dependOnClassesThat(
                                            assignableTo(PrivateKey.class)
                                                    .or(assignableTo(KeyPair.class))
                                                    .or(assignableTo(KeyPairGenerator.class))),
                            "who holds a private key signs in its owner's name",
                            """
                            package org.franklin.datacenter.function;
                            class Signer { java.security.PrivateKey key; }
                            """),
                    new Arrow(
                            "signatures are checked in one place",
                            noClasses()
                                    .that(
                                            areNot(
                                                    resideInAnyPackage(BOXES, KEY_MANAGEMENT)
                                                            .or(strangersKeys())
                                                            .or(belongToAnyOf(CertifiedKey.class))))
                                    .should()
                                    .dependOnClassesThat(assignableTo(Signature.class)),
                            "a second verifier is a second meaning of genuine: ask CertifiedKey",
                            """
                            package org.franklin.client.verify;
                            class OwnVerifier { java.security.Signature signature; }
                            """),
                    new Arrow(
                            "tls ends at the two ends",
                            noClasses()
                                    .that(
                                            areNot(
                                                    resideInAnyPackage(
                                                            BOXES,
                                                            KEY_MANAGEMENT,
                                                            COMMUNICATION,
                                                            CONNECTION)))
                                    .should()
                                    .dependOnClassesThat(
                                            resideInAnyPackage("javax.net..")
                                                    .or(assignableTo(KeyStore.class))),
                            "TLS is communication's at the data center and the connection's at the"
                                    + " mailer",
                            """
                            package org.franklin.datacenter.function;
                            class Trusting { javax.net.ssl.SSLContext tls; }
                            """));

    private KeyArrows() {}

    /// The keys that are nobody's at the data center: the mailer's device key and its sealed
    /// credentials, the key of the payment processor that the sandbox plays, and the mailer's
    /// device key that a drill plays.
    private static DescribedPredicate<JavaClass> strangersKeys() {
        return resideInAnyPackage("org.franklin.client.datacenter.device")
                .or(nameMatching("org.franklin.datacenter.function.funds.ProcessorKey"))
                .or(nameMatching("org.franklin.datacenter.drill.ground.DeviceKey"))
                .as("are keys of strangers to the data center");
    }

    private static DescribedPredicate<JavaClass> areNot(DescribedPredicate<JavaClass> others) {
        return DescribedPredicate.not(others);
    }
}
