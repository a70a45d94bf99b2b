package org.franklin.client.print;

import org.franklin.client.print.page.Lettering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A place for an address: where it starts, how wide a line and how low the last baseline may be,
/// in inches, and its type at full size; `pitch` is the distance of two baselines at that size.
///
/// A block that is too wide or too tall shrinks to 8 pt at least. Where a field wraps, lines that
/// are still too long then break between words; an addressee's never do, since the Post's machines
/// read a street line as one.
record AddressField(
        String name,
        double left,
        double firstBaseline,
        double widest,
        double lowestBaseline,
        Lettering lettering,
        double pitch,
        boolean wraps) {

    private static final Pattern WORDS = Pattern.compile(" +");

    void draw(AddressBlock block, Drawing drawing) {
        if (!drawing.canPrint(lettering, block.lines())) {
            return;
        }
        var lines = block.lines();
        var type = lettering;
        while (type.points() > Drawing.LEAST_POINTS && !fits(type, lines)) {
            type = type.sized(type.points() - Drawing.STEP);
        }
        if (wraps && !fits(type, lines)) {
            lines = wrapped(type, lines);
        }
        if (fits(type, lines)) {
            draw(type, lines, drawing);
        } else {
            drawing.refuse(refusal(type, lines));
        }
    }

    private void draw(Lettering type, List<String> lines, Drawing drawing) {
        for (int i = 0; i < lines.size(); i++) {
            drawing.left(left, baseline(type, i), type, lines.get(i));
        }
    }

    private boolean fits(Lettering type, List<String> lines) {
        return isLowEnough(type, lines) && Drawing.areWithin(type, lines, widest);
    }

    private boolean isLowEnough(Lettering type, List<String> lines) {
        return baseline(type, lines.size() - 1) <= lowestBaseline;
    }

    private double baseline(Lettering type, int line) {
        return firstBaseline + line * pitch * type.points() / lettering.points();
    }

    private List<String> wrapped(Lettering type, List<String> lines) {
        var wrapped = new ArrayList<String>();
        for (String line : lines) {
            var current = "";
            for (String word : WORDS.split(line, -1)) {
                String longer = current.isEmpty() ? word : current + " " + word;
                if (!current.isEmpty() && type.width(longer) > widest) {
                    wrapped.add(current);
                    longer = word;
                }
                current = longer;
            }
            wrapped.add(current);
        }
        return wrapped;
    }

    private String refusal(Lettering type, List<String> lines) {
        return lines.stream()
                .filter(line -> type.width(line) > widest)
                .findFirst()
                .map(line ->
                        Drawing.quoted(line) + " is too long for the " + name + ": shorten it.")
                .orElse("There are too many lines for the %s: join two.".formatted(name));
    }
}
