package org.franklin.client.history.proof;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.franklin.client.history.proof.Check.Finding;
import org.franklin.client.history.proof.FactList.Line;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.Tone;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.Verdict;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The verdict on a piece, what was checked, and what its indicium says or claims.
public final class IndiciumView extends VBox {

    private static final double WIDTH = 720;
    private static final double COLUMN = 327;

    private final Texts texts = Texts.of(IndiciumView.class);
    private final Dates dates;
    private final Button closing;

    public IndiciumView(IndiciumProof proof, Dates dates, Runnable close) {
        super(16);
        this.dates = dates;
        closing = ProofDialogue.closing(texts, close);
        getChildren().add(Labels.of(texts.say("verify.title"), "title-3"));
        switch (proof) {
            case IndiciumProof.NoKeys _ ->
                    getChildren()
                            .addAll(
                                    new Notice(
                                            Tone.WARNING,
                                            texts.say("no.keys"),
                                            texts.say("no.keys.text")),
                                    ProofDialogue.buttons(texts, texts.say("no.keys"), closing));
            case IndiciumProof.Given given -> show(given);
        }
        ProofDialogue.frame(this, WIDTH);
    }

    public void begin() {
        closing.requestFocus();
    }

    private void show(IndiciumProof.Given given) {
        var checks = given.checks().stream().map(check -> Line.of(check, texts)).toList();
        var fields = fields(given);
        String says = texts.say(given.isGenuine() ? "says" : "claims");
        String rests = texts.say("rests", dates.moment(given.keysOf()));
        String title = texts.say("verdict." + key(given.verdict()));
        String text =
                Stream.of(
                                Stream.of(title, rests, texts.say("checks")),
                                checks.stream().map(Line::text),
                                Stream.of(says),
                                fields.stream().map(Line::text))
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n"));
        var foundation = Labels.note(rests);
        foundation.setGraphic(Icons.tiny(Feather.WIFI_OFF, "quiet"));
        foundation.setGraphicTextGap(8);
        foundation.setWrapText(true);
        foundation.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        notice(given, title),
                        new HBox(
                                16,
                                column(texts.say("checks"), new FactList(checks), foundation),
                                column(says, new FactList(fields))),
                        ProofDialogue.buttons(texts, text, closing));
    }

    private static VBox column(String title, Node... content) {
        var column = new VBox(8, Labels.section(title));
        column.getChildren().addAll(content);
        column.setMinWidth(COLUMN);
        column.setMaxWidth(COLUMN);
        return column;
    }

    private Notice notice(IndiciumProof.Given given, String title) {
        String text = "verdict." + key(given.verdict()) + ".text";
        return switch (given.verdict()) {
            case Verdict.GenuineSpecimen _ ->
                    new Notice(Tone.SUCCESS, title, texts.say(text, given.says().serial()));
            case Verdict.UnknownCertificate _, Verdict.TokensUnchecked _ ->
                    new Notice(Tone.WARNING, title, texts.say(text));
            case Verdict.NotAnIndicium _,
                    Verdict.BadCertificate _,
                    Verdict.WrongMeter _,
                    Verdict.Altered _,
                    Verdict.WrongDate _ ->
                    new Notice(Tone.DANGER, title, texts.say(text));
        };
    }

    private static String key(Verdict verdict) {
        return switch (verdict) {
            case Verdict.GenuineSpecimen _ -> "genuine";
            case Verdict.TokensUnchecked _ -> "tokens";
            case Verdict.NotAnIndicium _ -> "unreadable";
            case Verdict.UnknownCertificate _ -> "unknown";
            case Verdict.BadCertificate _ -> "root";
            case Verdict.WrongMeter _ -> "meter";
            case Verdict.Altered _ -> "altered";
            case Verdict.WrongDate _ -> "date";
        };
    }

    private List<Line> fields(IndiciumProof.Given given) {
        var says = given.says();
        var finding = given.isGenuine() ? Finding.HOLDS : Finding.OPEN;
        var lines = new ArrayList<Line>();
        add(lines, finding, "field.postage", says.postage().toString());
        add(lines, finding, "field.date", dates.day(says.mailingDate()));
        add(lines, finding, "field.class", mailClass(says));
        add(lines, finding, "field.to", says.destination().toString());
        add(lines, finding, "field.from", says.origin().toString());
        add(lines, finding, "field.meter", says.serial().toString());
        add(lines, finding, "field.piece", Long.toString(says.pieceCount()));
        add(lines, finding, "field.used", says.ascending().toString());
        return lines;
    }

    private void add(List<Line> lines, Finding finding, String key, String value) {
        lines.add(new Line(finding, texts.say("finding", finding), texts.say(key), value));
    }

    private static String mailClass(Indicium says) {
        return says.mailClass().title()
                + ", "
                + says.category().title().toLowerCase(Locale.ROOT)
                + ", "
                + says.weight();
    }
}
