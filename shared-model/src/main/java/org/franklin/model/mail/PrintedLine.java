package org.franklin.model.mail;

import java.util.Locale;

/// What may stand in one printed line: characters that show, and spaces between them.
public final class PrintedLine {

    private PrintedLine() {}

    /// Whether a line has 1 to `longest` characters, in capitals as well as in small letters, and
    /// none that breaks the line, turns its direction, or shows as nothing.
    public static boolean fits(String line, int longest) {
        return !line.isBlank()
                && Math.max(line.length(), line.toUpperCase(Locale.ROOT).length()) <= longest
                && line.codePoints().allMatch(PrintedLine::shows);
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
