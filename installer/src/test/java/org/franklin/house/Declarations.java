package org.franklin.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/// The types and methods that the sources declare, as the compiler's own parser sees them.
record Declarations(List<Type> types, List<Method> methods) {

    /// `closed` says that its values or its subtypes are all known: a record, an enum, or sealed.
    record Type(Source source, String name, boolean closed) {}

    /// Lines are counted from the signature to the closing brace, both included.
    record Method(Source source, String name, int line, int lines, List<String> annotations) {}

    static Declarations of(List<Source> sources) {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        var byPath = new HashMap<Path, Source>();
        sources.forEach(source -> byPath.put(source.path(), source));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(byPath.keySet());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
            var scanner = new Scanner(Trees.instance(task), byPath);
            task.parse().forEach(unit -> scanner.scan(unit, unit));
            return new Declarations(scanner.types, scanner.methods);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreeScanner<Void, CompilationUnitTree> {

        private final List<Type> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();
        private final Trees trees;
        private final Map<Path, Source> sources;

        Scanner(Trees trees, Map<Path, Source> sources) {
            this.trees = trees;
            this.sources = sources;
        }

        @Override
        public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            if (!type.getSimpleName().isEmpty()) {
                types.add(new Type(source(unit), type.getSimpleName().toString(), closed(type)));
            }
            return super.visitClass(type, unit);
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            var positions = trees.getSourcePositions();
            var lines = unit.getLineMap();
            long start = positions.getStartPosition(unit, method);
            if (start >= 0) {
                int first = (int) lines.getLineNumber(afterModifiers(method, unit, start));
                int last = (int) lines.getLineNumber(positions.getEndPosition(unit, method));
                methods.add(
                        new Method(
                                source(unit),
                                method.getName().toString(),
                                first,
                                last - first + 1,
                                annotations(method.getModifiers())));
            }
            return super.visitMethod(method, unit);
        }

        private long afterModifiers(MethodTree method, CompilationUnitTree unit, long start) {
            long end = trees.getSourcePositions().getEndPosition(unit, method.getModifiers());
            return Math.max(start, end);
        }

        private Source source(CompilationUnitTree unit) {
            return Objects.requireNonNull(sources.get(Path.of(unit.getSourceFile().toUri())));
        }

        private static boolean closed(ClassTree type) {
            return type.getKind() == Tree.Kind.RECORD
                    || type.getKind() == Tree.Kind.ENUM
                    || type.getModifiers().getFlags().contains(Modifier.SEALED);
        }

        private static List<String> annotations(ModifiersTree modifiers) {
            return modifiers.getAnnotations().stream()
                    .map(annotation -> annotation.getAnnotationType().toString())
                    .toList();
        }
    }
}
