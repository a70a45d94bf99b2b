package org.franklin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.franklin.house.Arrow.CONNECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;

import java.util.List;
import java.util.Set;

/// Inside one window: the view shows, the model decides, the desk is asked elsewhere.
///
/// Byte code says what a class touches and whether it does so in a lambda, but not on which thread
/// that lambda runs. So these arrows keep from a window everything that waits, except its desk; and
/// they keep the desk out of straight code, so that it is reached from what is handed over only.
final class WindowArrows {

    /// How many methods may lie between a lambda and the desk.
    private static final int CALLS = 4;

    private static final String PRINT_ROOM = "org.franklin.client.print.room.PrintRoom";

    static final List<Arrow> ALL =
            List.of(
                    new Arrow(
                            "views decide nothing",
                            noClasses()
                                    .that(areWindows())
                                    .and(lay())
                                    .should()
                                    .dependOnClassesThat(decide())
                                    .orShould()
                                    .accessTargetWhere(usesAPrintRoom()),
                            "what a view decides is tested with a screen or not at all: ask the"
                                    + " model",
                            """
                            package org.franklin.client.home;
                            class HomeView extends javafx.scene.layout.VBox { Desk desk; }
                            interface Desk {}
                            """),
                    new Arrow(
                            "views know no connection",
                            noClasses()
                                    .that(areWindows())
                                    .and(lay())
                                    .should()
                                    .dependOnClassesThat(connect()),
                            "a view shows values; who fetched them, and how, is not its business",
                            """
                            package org.franklin.client.home;
                            class HomeView extends javafx.scene.layout.VBox {
                                org.franklin.client.datacenter.PostageDesk desk;
                            }
                            """),
                    new Arrow(
                            "a desk is asked in what is handed over",
                            noClasses()
                                    .that(areWindows())
                                    .should()
                                    .accessTargetWhere(asksADeskHere()),
                            "a desk waits for disk and network, and a window that waits is dead:"
                                    + " give Background.run a lambda",
                            """
                            package org.franklin.client.home;
                            class HomeModel {
                                Object balance(Desk desk) { return desk.account(); }
                            }
                            interface Desk { Object account(); }
                            """),
                    new Arrow(
                            "windows wait for nothing",
                            noClasses()
                                    .that(areWindows())
                                    .should()
                                    .dependOnClassesThat(open())
                                    .orShould()
                                    .accessTargetWhere(
                                            Arrow.to(
                                                    "java.lang.Object.wait(", "java.lang.Thread.")),
                            "what opens files, sockets or latches holds up every window: it belongs"
                                    + " behind the desk",
                            """
                            package org.franklin.client.home;
                            class HomeModel {
                                void load(java.util.concurrent.Future<?> work) throws Exception {
                                    work.get();
                                }
                            }
                            """),
                    new Arrow(
                            "windows leave threads to the background",
                            noClasses()
                                    .that(areWindows())
                                    .should()
                                    .dependOnClassesThat()
                                    .haveNameMatching(
                                            "javafx\\.(application\\.Platform|concurrent\\..*)"),
                            "a second way between the threads is a second way to get it wrong",
                            """
                            package org.franklin.client.home;
                            class HomeModel {
                                void later(Runnable step) {
                                    javafx.application.Platform.runLater(step);
                                }
                            }
                            """),
                    new Arrow(
                            "models run without the toolkit",
                            noClasses()
                                    .that(areWindows())
                                    .and()
                                    .haveSimpleNameEndingWith("Model")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            "javafx.animation..",
                                            "javafx.application..",
                                            "javafx.css.."),
                            "what a model decides is tested by a clock that the test moves",
                            """
                            package org.franklin.client.home;
                            class HomeModel { javafx.animation.Timeline ticks; }
                            """));

    private WindowArrows() {}

    private static DescribedPredicate<JavaClass> areWindows() {
        return DescribedPredicate.describe("are of a window", ClientArrows::isWindow);
    }

    /// Whatever touches a node lays out, however it is called.
    private static DescribedPredicate<JavaClass> lay() {
        return DescribedPredicate.describe(
                "lay out",
                type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(to ->
                                        to.getTargetClass()
                                                .getPackageName()
                                                .startsWith("javafx.scene")));
    }

    private static DescribedPredicate<JavaClass> decide() {
        return DescribedPredicate.describe(
                "ask or wait",
                type ->
                        isDesk(type)
                                || type.getName().equals("org.franklin.client.ui.Background")
                                || type.getName().equals("org.franklin.client.ui.VirtualThreads"));
    }

    /// All of the connection but its values.
    private static DescribedPredicate<JavaClass> connect() {
        return JavaClass.Predicates.resideInAPackage(CONNECTION)
                .and(
                        DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(
                                        "org.franklin.client.datacenter.draft",
                                        "org.franklin.client.datacenter.outcome")))
                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Record.class)))
                .as("connect");
    }

    private static DescribedPredicate<JavaAccess<?>> asksADeskHere() {
        return DescribedPredicate.describe(
                "asks a desk in straight code",
                access ->
                        (isDesk(access.getTargetOwner()) || usesAPrintRoom().test(access))
                                && !isHandedOver(access, CALLS));
    }

    /// In a lambda or a reference, or in a method that is called from there only.
    private static boolean isHandedOver(JavaAccess<?> access, int calls) {
        if (access.isDeclaredInLambda() || access instanceof JavaCodeUnitReference<?>) {
            return true;
        }
        var callers = access.getOrigin().getAccessesToSelf();
        return calls > 0
                && !callers.isEmpty()
                && callers.stream().allMatch(caller -> isHandedOver(caller, calls - 1));
    }

    private static boolean isDesk(JavaClass type) {
        return type.getSimpleName().equals("Desk") && ClientArrows.isWindow(type);
    }

    /// Its name and its dots are values, to be shown and chosen; all else of it may wait for a
    /// printer.
    private static DescribedPredicate<JavaAccess<?>> usesAPrintRoom() {
        return DescribedPredicate.describe(
                "uses a print room",
                access ->
                        access.getTargetOwner().getName().equals(PRINT_ROOM)
                                && !Set.of("name", "resolution").contains(access.getName()));
    }

    private static DescribedPredicate<JavaClass> open() {
        return DescribedPredicate.describe(
                "open or wait",
                type ->
                        type.getName()
                                .matches(
                                        "java\\.nio\\.(file|channels)\\..*"
                                                + "|java\\.sql\\..*|org\\.sqlite\\..*"
                                                + "|okhttp3\\..*|java\\.net\\.(?!URI).*"
                                                + "|java\\.io\\.(File|RandomAccess).*"
                                                + "|java\\.lang\\.Process.*"
                                                + "|javax?\\.(awt\\.)?print\\..*"
                                                + "|java\\.util\\.concurrent\\.[A-Z].*"));
    }
}
