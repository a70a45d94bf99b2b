package org.franklin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.franklin.house.Arrow.MODEL;
import static org.franklin.house.Arrow.WIRE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;

import picocli.CommandLine;

import java.util.List;
import java.util.Set;

/// What holds for every part: the shared model is pure, and the world is passed in.
final class HouseArrows {

    static final List<Arrow> ALL =
            List.of(
                    new Arrow(
                            "the model depends on the jdk alone",
                            classes()
                                    .that()
                                    .resideInAPackage(MODEL)
                                    .and()
                                    .resideOutsideOfPackage(WIRE)
                                    .should()
                                    .onlyDependOnClassesThat()
                                    .resideInAnyPackage(
                                            MODEL, "java..", "javax.security..", "org.jspecify.."),
                            "mailer, data center and Post must be able to take it without taking a"
                                    + " framework",
                            """
                            package org.franklin.model.mail;
                            class Chatty { org.slf4j.Logger log; }
                            """),
                    new Arrow(
                            "the wire adds only json",
                            classes()
                                    .that()
                                    .resideInAPackage(WIRE)
                                    .should()
                                    .onlyDependOnClassesThat()
                                    .resideInAnyPackage(
                                            MODEL,
                                            "java..",
                                            "org.jspecify..",
                                            "tools.jackson..",
                                            "com.fasterxml.."),
                            "the shapes on the wire are read by every side",
                            """
                            package org.franklin.model.wire;
                            class Chatty { org.slf4j.Logger log; }
                            """),
                    new Arrow(
                            "json has one codec",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackage(WIRE)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage("tools.jackson..", "com.fasterxml.."),
                            "a second codec reads the same text in a second way: use wire.Json",
                            """
                            package org.franklin.datacenter.communication;
                            class OwnCodec { tools.jackson.databind.json.JsonMapper mapper; }
                            """),
                    new Arrow(
                            "the model does no input or output",
                            noClasses()
                                    .that()
                                    .resideInAPackage(MODEL)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            "java.net..",
                                            "java.nio.file..",
                                            "java.nio.channels..",
                                            "java.sql..")
                                    .orShould()
                                    .dependOnClassesThat()
                                    .haveNameMatching(
                                            "java\\.io\\.(File.*|RandomAccessFile|Console)"),
                            "a value is the same on every machine",
                            """
                            package org.franklin.model.mail;
                            class Loader { java.nio.file.Path file; }
                            """),
                    new Arrow(
                            "packages have no cycles",
                            slices().matching("org.franklin.(**)")
                                    .should()
                                    .beFreeOfCycles()
                                    .ignoreDependency(joiners(), DescribedPredicate.alwaysTrue()),
                            "two packages that need each other are one package with two names",
                            """
                            package org.franklin.model.mail;
                            public class There { org.franklin.model.money.Back back; }
                            package org.franklin.model.money;
                            public class Back { org.franklin.model.mail.There there; }
                            """),
                    new Arrow(
                            "time is passed in",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackages(wiring())
                                    .should()
                                    .accessTargetWhere(
                                            Arrow.to(
                                                    "java.lang.System.currentTimeMillis()",
                                                    "java.time.Clock.system",
                                                    "java.time.InstantSource.system",
                                                    "java.time.Instant.now()",
                                                    "java.time.LocalDate.now()",
                                                    "java.time.LocalDateTime.now()",
                                                    "java.time.LocalTime.now()",
                                                    "java.time.OffsetDateTime.now()",
                                                    "java.time.Year.now()",
                                                    "java.time.YearMonth.now()",
                                                    "java.time.ZonedDateTime.now()")),
                            "a test must be able to say what day it is: take a Clock or"
                                    + " InstantSource",
                            """
                            package org.franklin.datacenter.function;
                            class Today {
                                java.util.function.Supplier<Object> now = java.time.Instant::now;
                            }
                            """),
                    new Arrow(
                            "random is passed in",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackages(wiring())
                                    .and()
                                    // It is the random source that is passed in.
                                    .doNotHaveSimpleName("CheckedRandom")
                                    .should()
                                    .accessTargetWhere(
                                            Arrow.to(
                                                    "java.lang.Math.random()",
                                                    "java.security.SecureRandom.<init>(",
                                                    "java.security.SecureRandom.getInstance",
                                                    "java.util.Random.<init>(",
                                                    "java.util.UUID.randomUUID()",
                                                    "java.util.concurrent.ThreadLocalRandom.")),
                            "a seed must be able to replay a run: take a SecureRandom or"
                                    + " RandomGenerator",
                            """
                            package org.franklin.datacenter.function;
                            class Dice { java.util.UUID id = java.util.UUID.randomUUID(); }
                            """),
                    new Arrow(
                            "dates are of java time",
                            noClasses()
                                    .should()
                                    .accessTargetWhere(Arrow.to("java.util.Date.<init>("))
                                    .orShould()
                                    .dependOnClassesThat()
                                    .haveNameMatching(
                                            "java.util.(Gregorian)?Calendar|java.text.*Date.*"),
                            "a Date changes under its owner; X.509 alone still speaks it, through"
                                    + " Date.from",
                            """
                            package org.franklin.datacenter.function;
                            class Old { java.util.Calendar calendar; }
                            """),
                    new Arrow(
                            "nobody sleeps",
                            noClasses()
                                    .should()
                                    .accessTargetWhere(Arrow.to("java.lang.Thread.sleep(")),
                            "who sleeps is late or wrong: wait for the event",
                            """
                            package org.franklin.client.datacenter;
                            class Sleepy { void nap() throws Exception { Thread.sleep(1); } }
                            """),
                    new Arrow(
                            "only commands print",
                            noClasses()
                                    .that()
                                    .areNotAnnotatedWith(CommandLine.Command.class)
                                    .and()
                                    .doNotHaveSimpleName("Main")
                                    .should()
                                    .accessTargetWhere(
                                            Arrow.to(
                                                    "java.lang.System.out",
                                                    "java.lang.System.err")),
                            "a part logs, or answers; the command line alone speaks to a person",
                            """
                            package org.franklin.datacenter.function;
                            class Loud { void say() { System.out.println(); } }
                            """),
                    new Arrow(
                            "nobody prints stack traces",
                            noClasses()
                                    .should()
                                    .accessTargetWhere(HasName.Predicates.name("printStackTrace")),
                            "an exception is handled, or thrown on, or logged with what was being"
                                    + " done",
                            """
                            package org.franklin.datacenter.function;
                            class Trace { void trace(Exception e) { e.printStackTrace(); } }
                            """),
                    new Arrow(
                            "only main ends the program",
                            noClasses()
                                    .that()
                                    .doNotHaveSimpleName("Main")
                                    .and()
                                    .doNotHaveSimpleName("Demo")
                                    .should()
                                    .accessTargetWhere(
                                            Arrow.to(
                                                    "java.lang.System.exit(",
                                                    "java.lang.Runtime.halt(")),
                            "who ends the program takes from the others what they must still write",
                            """
                            package org.franklin.client.home;
                            class Quit { void quit() { System.exit(0); } }
                            """),
                    new Arrow(
                            "statics hold no state",
                            fields().that().areStatic().should().beFinal(),
                            "a static that changes joins two tests, and two data centers in one"
                                    + " process",
                            """
                            package org.franklin.client.home;
                            class Shared { static int clicks; }
                            """));

    private HouseArrows() {}

    /// The packages that make the parts and join them, and so choose clock, random and disk.
    private static String[] wiring() {
        return new String[] {
            "org.franklin.datacenter",
            "org.franklin.datacenter.command",
            "org.franklin.client",
            "org.franklin.installer"
        };
    }

    /// The classes that make the parts below them: they look down, and the parts may look up.
    private static DescribedPredicate<JavaClass> joiners() {
        return DescribedPredicate.describe(
                "join the parts below them",
                type ->
                        Set.of("Main", "DataCenter", "FunctionServer", "FranklinApp")
                                .contains(type.getSimpleName()));
    }
}
