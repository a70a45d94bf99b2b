package org.franklin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.franklin.house.Arrow.BOXES;
import static org.franklin.house.Arrow.CONNECTION;
import static org.franklin.house.Arrow.PRINT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The mailer's program: windows side by side, over a connection and a printer that know no window.
final class ClientArrows {

    static final List<Arrow> ALL =
            List.of(
                    new Arrow(
                            "the client knows no data center",
                            noClasses()
                                    .that()
                                    .resideInAPackage("org.franklin.client..")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage("org.franklin.datacenter..", BOXES),
                            "the mailer's program runs where there is no data center but the one it"
                                    + " calls",
                            """
                            package org.franklin.client.home;
                            class Inside { org.franklin.datacenter.function.Planted service; }
                            package org.franklin.datacenter.function;
                            public class Planted {}
                            """),
                    new Arrow(
                            "the data center knows no client",
                            noClasses()
                                    .that()
                                    .resideInAnyPackage("org.franklin.datacenter..", BOXES)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage("org.franklin.client..", "javafx.."),
                            "the data center serves any program that speaks its routes",
                            """
                            package org.franklin.datacenter.function;
                            class Home { org.franklin.client.home.Planted window; }
                            package org.franklin.client.home;
                            public class Planted {}
                            """),
                    new Arrow(
                            "windows do not know each other",
                            slices().assignedFrom(windows()).should().notDependOnEachOther(),
                            "a window is opened, tested and thrown away alone",
                            """
                            package org.franklin.client.home;
                            class Home { org.franklin.client.history.Planted history; }
                            package org.franklin.client.history;
                            public class Planted {}
                            """),
                    new Arrow(
                            "what windows share knows no window",
                            noClasses()
                                    .that(areShared())
                                    .should()
                                    .dependOnClassesThat(
                                            DescribedPredicate.describe(
                                                    "are windows", ClientArrows::isWindow)),
                            "connection, print and controls serve windows that are not yet written",
                            """
                            package org.franklin.client.ui;
                            class Menu { org.franklin.client.home.Planted home; }
                            package org.franklin.client.home;
                            public class Planted {}
                            """),
                    new Arrow(
                            "models know no control",
                            noClasses()
                                    .that()
                                    .resideInAPackage("org.franklin.client..")
                                    .and()
                                    .haveSimpleNameEndingWith("Model")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage("javafx.scene..", "javafx.stage.."),
                            "what a window decides is tested without a screen",
                            """
                            package org.franklin.client.home;
                            class HomeModel { javafx.scene.Node node; }
                            """),
                    new Arrow(
                            "print knows no window toolkit",
                            noClasses()
                                    .that()
                                    .resideInAPackage(PRINT)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage("javafx.."),
                            "a print is exact to the printer's dot, and is made where there is no"
                                    + " screen",
                            """
                            package org.franklin.client.print;
                            class Screenshot { javafx.scene.image.Image image; }
                            """),
                    new Arrow(
                            "the connection knows no window toolkit",
                            noClasses()
                                    .that()
                                    .resideInAPackage(CONNECTION)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage("javafx.."),
                            "the whole story from click to paper runs, and is tested, without a"
                                    + " window",
                            """
                            package org.franklin.client.datacenter;
                            class Dialogue { javafx.stage.Stage stage; }
                            """),
                    new Arrow(
                            "okhttp stays in the connection",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackage(CONNECTION)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage("okhttp3..", "okio.."),
                            "a window asks the data center, not a URL",
                            """
                            package org.franklin.client.home;
                            class Fetch { okhttp3.OkHttpClient http; }
                            """));

    private ClientArrows() {}

    /// The package below `org.franklin.client`, where there is one.
    private static Optional<String> part(JavaClass type) {
        String client = "org.franklin.client.";
        return type.getPackageName().startsWith(client)
                ? Optional.of(type.getPackageName().substring(client.length()).split("\\.", -1)[0])
                : Optional.empty();
    }

    private static boolean isShared(String part) {
        return Set.of("address", "datacenter", "print", "ui").contains(part);
    }

    private static DescribedPredicate<JavaClass> areShared() {
        return DescribedPredicate.describe(
                "are shared by windows",
                type -> part(type).filter(ClientArrows::isShared).isPresent());
    }

    /// Whether it is in the package of a window.
    static boolean isWindow(JavaClass type) {
        return part(type).filter(part -> !isShared(part)).isPresent();
    }

    private static SliceAssignment windows() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isWindow(type)
                        ? SliceIdentifier.of(part(type).orElseThrow())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "windows of the client";
            }
        };
    }
}
