package org.franklin.client.print;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Ink;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Typeface;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

/// Draws pages into one PDF of exact size, with vector modules and embedded type.
///
/// Bars that follow each other in one ink are one path, so that no viewer shows seams between
/// modules that touch; within it a unit is one printer dot. A page is written and compressed before
/// the next one is asked for, so thousands need little memory.
public final class PdfRenderer {

    private static final float POINTS_PER_INCH = 72;

    /// By how much of a dot each side of a bar stays within its edge. Some rasterisers blacken any
    /// dot that a path as much as touches; a bar that ends on the edge would then grow by one.
    private static final float INSET = 0.005f;

    public void write(Iterable<Page> pages, OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            var faces = new EnumMap<Typeface, PDFont>(Typeface.class);
            for (Typeface face : Typeface.values()) {
                var font = face.parse();
                // Words are placed glyph by glyph: a ligature would be narrower than was measured.
                font.setEnableGsub(false);
                faces.put(face, PDType0Font.load(document, font, true));
                document.registerTrueTypeFontForClosing(font);
            }
            for (Page page : pages) {
                draw(page, document, faces);
            }
            printAtActualSize(document);
            document.save(out);
        }
    }

    private static void printAtActualSize(PDDocument document) {
        var preferences = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static void draw(Page page, PDDocument document, Map<Typeface, PDFont> faces)
            throws IOException {
        float height = points(page.height());
        var sheet = new PDPage(new PDRectangle(points(page.width()), height));
        document.addPage(sheet);
        try (var out = new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, true)) {
            int next = 0;
            while (next < page.marks().size()) {
                switch (page.marks().get(next)) {
                    case Bar first -> next = fill(page, next, first.ink(), out);
                    case Words words -> {
                        write(words, height, faces, out);
                        next++;
                    }
                }
            }
        }
    }

    /// Fills the bars from an index on that have the same ink; returns the index after them.
    private static int fill(Page page, int from, Ink ink, PDPageContentStream out)
            throws IOException {
        float dot = POINTS_PER_INCH / page.resolution().dpi();
        out.saveGraphicsState();
        float shift = INSET * dot;
        out.transform(new Matrix(dot, 0, 0, -dot, shift, points(page.height()) - shift));
        out.setNonStrokingColor(ink == Ink.WHITE ? 1f : 0f);
        int next = from;
        while (next < page.marks().size()
                && page.marks().get(next) instanceof Bar bar
                && bar.ink() == ink) {
            addRectangle(bar.left(), bar.top(), bar.width(), bar.height(), out);
            joinWithNextRow(page, next, bar, out);
            next++;
        }
        out.fill();
        out.restoreGraphicsState();
        return next;
    }

    private static void addRectangle(
            int left, int top, int width, int height, PDPageContentStream out) throws IOException {
        out.addRect(left, top, width - 2 * INSET, height - 2 * INSET);
    }

    /// Covers the hair between a bar and those that touch it from below, which would show as a seam
    /// on a screen. A symbol's bars come row by row, so the search is short.
    private static void joinWithNextRow(Page page, int index, Bar bar, PDPageContentStream out)
            throws IOException {
        int edge = bar.top() + bar.height();
        for (int i = index + 1; i < page.marks().size(); i++) {
            if (!(page.marks().get(i) instanceof Bar below)
                    || below.ink() != bar.ink()
                    || below.top() > edge) {
                return;
            }
            int left = Math.max(bar.left(), below.left());
            int right = Math.min(bar.left() + bar.width(), below.left() + below.width());
            if (below.top() == edge && left < right) {
                addRectangle(left, edge - 1, right - left, 2, out);
            }
        }
    }

    private static void write(
            Words words, float height, Map<Typeface, PDFont> faces, PDPageContentStream out)
            throws IOException {
        var lettering = words.lettering();
        out.beginText();
        out.setFont(faces.get(lettering.face()), (float) lettering.points());
        out.setCharacterSpacing((float) lettering.spacing());
        out.newLineAtOffset(points(words.left()), height - points(words.baseline()));
        out.showTextWithPositioning(kerned(words));
        out.endText();
    }

    /// The text in pieces, and between two of them the thousandths of an em to move back.
    private static Object[] kerned(Words words) {
        var face = words.lettering().face();
        var parts = new ArrayList<Object>();
        var piece = new StringBuilder();
        int before = ' ';
        for (int character : words.text().codePoints().toArray()) {
            double kern = face.kern(before, character);
            if (kern != 0) {
                parts.add(piece.toString());
                parts.add((float) (-1000 * kern));
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
            before = character;
        }
        parts.add(piece.toString());
        return parts.toArray();
    }

    private static float points(double inches) {
        return (float) (inches * POINTS_PER_INCH);
    }
}
