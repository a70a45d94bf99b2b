package org.franklin.house;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// The arrows of the drawing, held by the build.
class ArchitectureTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.franklin");

    private static final JavaCompiler COMPILER =
            Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    // Kept open for all violations: most of the time goes into opening the jars.
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, null);

    private static final Pattern UNIT = Pattern.compile("(?m)^(?=package )");
    private static final Pattern TYPE = Pattern.compile("class (\\w+)");

    static Stream<Arrow> arrows() {
        return Arrow.all();
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void arrowHolds(Arrow arrow) {
        arrow.rule().check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void arrowIsBrokenByItsViolation(Arrow arrow, @TempDir Path folder) throws IOException {
        compile(arrow.violation(), folder);

        var planted = new ClassFileImporter().importPath(classes(folder));

        assertTrue(arrow.rule().evaluate(planted).hasViolation(), arrow.name() + ": does not bite");
    }

    @Test
    void theWholeHouseIsLookedAt() {
        assertTrue(HOUSE.contain("org.franklin.model.money.Postage"));
        assertTrue(HOUSE.contain("org.franklin.installer.Demo"));
        assertFalse(HOUSE.contain("org.franklin.house.ArchitectureTest"));
    }

    private static void compile(String units, Path folder) throws IOException {
        var sources = new ArrayList<Path>();
        for (String unit : UNIT.splitAsStream(units).toList()) {
            var type = TYPE.matcher(unit);
            assertTrue(type.find(), unit);
            Path source = Files.createDirectories(folder.resolve("unit" + sources.size()));
            sources.add(Files.writeString(source.resolve(type.group(1) + ".java"), unit));
        }
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes(folder)));
        var files = FILES.getJavaFileObjectsFromPaths(sources);
        var task = COMPILER.getTask(null, FILES, null, List.of("-proc:none"), null, files);
        assertTrue(task.call(), "a violation compiles, or it shows nothing");
    }

    private static Path classes(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("classes"));
    }
}
