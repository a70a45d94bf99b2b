package org.franklin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.franklin.house.Arrow.BOXES;
import static org.franklin.house.Arrow.COMMUNICATION;
import static org.franklin.house.Arrow.CONNECTION;
import static org.franklin.house.Arrow.DATABASE;
import static org.franklin.house.Arrow.DRILLS;
import static org.franklin.house.Arrow.FUNCTION;
import static org.franklin.house.Arrow.KEY_MANAGEMENT;
import static org.franklin.house.Arrow.MODEL;
import static org.franklin.house.Arrow.WIRE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Communication to function to database and boxes: never back, never across.
final class DataCenterArrows {

    static final List<Arrow> ALL =
            List.of(
                    new Arrow(
                            "communication reaches only function",
                            noClasses()
                                    .that()
                                    .resideInAPackage(COMMUNICATION)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(DATABASE, BOXES),
                            "a request that goes round the function server is served without its"
                                    + " checks",
                            """
                            package org.franklin.datacenter.communication;
                            class Shortcut { org.franklin.box.meter.Planted box; }
                            package org.franklin.box.meter;
                            public class Planted {}
                            """),
                    new Arrow(
                            "communication takes from key management its tls identity alone",
                            noClasses()
                                    .that()
                                    .resideInAPackage(COMMUNICATION)
                                    .should()
                                    .dependOnClassesThat(areKeyManagementButItsTls()),
                            "what a mailer sends must not come near a ceremony",
                            """
                            package org.franklin.datacenter.communication;
                            class Curious { org.franklin.datacenter.keymanagement.Planted keys; }
                            package org.franklin.datacenter.keymanagement;
                            public class Planted {}
                            """),
                    new Arrow(
                            "function does not know who calls",
                            noClasses()
                                    .that()
                                    .resideInAPackage(FUNCTION)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(COMMUNICATION),
                            "a function answers the same over HTTPS, over a Unix-domain socket, and"
                                    + " in a test",
                            """
                            package org.franklin.datacenter.function;
                            class Caller { org.franklin.datacenter.communication.Planted route; }
                            package org.franklin.datacenter.communication;
                            public class Planted {}
                            """),
                    new Arrow(
                            "only function reaches the database",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackages(
                                            DATABASE, FUNCTION, DRILLS, "org.franklin.datacenter")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(DATABASE),
                            "database and boxes meet only in function, where the order of their"
                                    + " writes is kept",
                            """
                            package org.franklin.datacenter.keymanagement;
                            class Bypass { org.franklin.datacenter.database.Planted rows; }
                            package org.franklin.datacenter.database;
                            public class Planted {}
                            """),
                    new Arrow(
                            "the database knows no other part",
                            noClasses()
                                    .that()
                                    .resideInAPackage(DATABASE)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            COMMUNICATION, FUNCTION, KEY_MANAGEMENT, BOXES),
                            "the database keeps what it is given: it may be replaced, and it may"
                                    + " lie",
                            """
                            package org.franklin.datacenter.database;
                            class Rows { org.franklin.box.Planted record; }
                            package org.franklin.box;
                            public class Planted {}
                            """),
                    new Arrow(
                            "only function and key management ask the boxes",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackages(
                                            BOXES,
                                            FUNCTION,
                                            KEY_MANAGEMENT,
                                            DRILLS,
                                            "org.franklin.datacenter")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(BOXES),
                            "what a box answers is fit for the data center alone until a function"
                                    + " has judged it",
                            """
                            package org.franklin.client.home;
                            class Direct { org.franklin.box.Planted box; }
                            package org.franklin.box;
                            public class Planted {}
                            """),
                    new Arrow(
                            "key management serves no requests",
                            noClasses()
                                    .that()
                                    .resideInAPackage(KEY_MANAGEMENT)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(COMMUNICATION, FUNCTION),
                            "ceremonies are the operator's; nothing that a mailer sends may start"
                                    + " one",
                            """
                            package org.franklin.datacenter.keymanagement;
                            class Ceremony { org.franklin.datacenter.function.Planted service; }
                            package org.franklin.datacenter.function;
                            public class Planted {}
                            """),
                    new Arrow(
                            "boxes stand on their own",
                            classes()
                                    .that()
                                    .resideInAPackage(BOXES)
                                    .should()
                                    .onlyDependOnClassesThat()
                                    .resideInAnyPackage(
                                            BOXES,
                                            MODEL,
                                            "java.lang..",
                                            "java.io",
                                            "java.math",
                                            "java.nio..",
                                            "java.security..",
                                            "java.text",
                                            "java.time..",
                                            "java.util",
                                            "java.util.concurrent..",
                                            "java.util.function",
                                            "java.util.random",
                                            "java.util.regex",
                                            "java.util.stream",
                                            "java.util.zip",
                                            "javax.crypto..",
                                            "javax.security..",
                                            "org.bouncycastle..",
                                            "org.jspecify.."),
                            "the trusted base is read line by line: no HTTP, no SQL, no log, no"
                                    + " framework in it",
                            """
                            package org.franklin.box;
                            class Talkative { org.slf4j.Logger log; }
                            """),
                    new Arrow(
                            "boxes speak the canonical form",
                            noClasses()
                                    .that()
                                    .resideInAPackage(BOXES)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(WIRE),
                            "a box takes and gives one canonical binary form; JSON is the wire's",
                            """
                            package org.franklin.box;
                            class Parser { org.franklin.model.wire.Json json; }
                            """),
                    new Arrow(
                            "boxes do not know each other",
                            slices().assignedFrom(boxes()).should().notDependOnEachOther(),
                            "each box is a device of its own: what it knows of another is bytes",
                            """
                            package org.franklin.box.meter;
                            class Curious { org.franklin.box.steel.Planted other; }
                            package org.franklin.box.steel;
                            public class Planted {}
                            """),
                    new Arrow(
                            "what boxes share knows no box",
                            noClasses()
                                    .that()
                                    .resideInAPackage(BOXES)
                                    .and(DescribedPredicate.not(areOfOneBox()))
                                    .and()
                                    .resideOutsideOfPackage("org.franklin.box.manufacturing..")
                                    .should()
                                    .dependOnClassesThat(areOfOneBox()),
                            "a box is read with what it shares, and without the other boxes",
                            """
                            package org.franklin.box.freshness;
                            class Journal { org.franklin.box.meter.Planted record; }
                            package org.franklin.box.meter;
                            public class Planted {}
                            """),
                    new Arrow(
                            "only ceremonies make boxes",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackages(
                                            "org.franklin.box.manufacturing..",
                                            KEY_MANAGEMENT,
                                            "org.franklin.datacenter")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage("org.franklin.box.manufacturing.."),
                            "a box does not know who seeds it, and no request reaches the seeds",
                            """
                            package org.franklin.datacenter.function;
                            class Reseed { org.franklin.box.manufacturing.Planted seeds; }
                            package org.franklin.box.manufacturing;
                            public class Planted {}
                            """),
                    new Arrow(
                            "jetty stays in communication",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackage(COMMUNICATION)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage("org.eclipse.jetty.."),
                            "the communication server can be replaced without touching what it"
                                    + " serves",
                            """
                            package org.franklin.datacenter.function;
                            class Served { org.eclipse.jetty.server.Request request; }
                            """),
                    new Arrow(
                            "nothing that serves knows the drills",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackages(DRILLS, "org.franklin.datacenter")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(DRILLS),
                            "an insider's tools are for copies, started by a person alone",
                            """
                            package org.franklin.datacenter.function;
                            class Tempted { org.franklin.datacenter.drill.Planted tools; }
                            package org.franklin.datacenter.drill;
                            public class Planted {}
                            """),
                    new Arrow(
                            "sql stays with the stores",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackages(DATABASE, CONNECTION, DRILLS)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            "java.sql..",
                                            "javax.sql..",
                                            "com.zaxxer..",
                                            "org.flywaydb..",
                                            "org.sqlite.."),
                            "one small layer knows SQL, so that another engine is one other layer",
                            """
                            package org.franklin.datacenter.function;
                            class Query { java.sql.Connection connection; }
                            """));

    private DataCenterArrows() {}

    /// The four devices that serve requests. The manufacturing box seeds them, and so knows them.
    private static Optional<String> box(JavaClass type) {
        return Stream.of("authentication", "meter", "steel", "transaction")
                .filter(box ->
                        (type.getPackageName() + ".").startsWith("org.franklin.box." + box + "."))
                .findFirst();
    }

    /// The TLS identity, and a socket that is its owner's alone, are what a server must have.
    private static DescribedPredicate<JavaClass> areKeyManagementButItsTls() {
        return DescribedPredicate.describe(
                "are of key management, but not TlsIdentity or OwnSocket",
                type ->
                        JavaClass.Predicates.resideInAPackage(KEY_MANAGEMENT).test(type)
                                && !Set.of("TlsIdentity", "OwnSocket")
                                        .contains(type.getSimpleName()));
    }

    private static DescribedPredicate<JavaClass> areOfOneBox() {
        return DescribedPredicate.describe("are of one box", type -> box(type).isPresent());
    }

    private static SliceAssignment boxes() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return box(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
            }

            @Override
            public String getDescription() {
                return "boxes";
            }
        };
    }
}
