package org.franklin.client.history.proof;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.franklin.client.history.proof.Check.Finding;
import org.franklin.client.history.proof.FactList.Line;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The receipt in plain words, and what was checked of it.
public final class ReceiptView extends VBox {

    private static final double WIDTH = 560;

    private final Texts texts = Texts.of(ReceiptView.class);
    private final ReceiptProof proof;
    private final Dates dates;
    private final Button closing;

    public ReceiptView(ReceiptProof proof, Dates dates, Runnable close) {
        super(12);
        this.proof = proof;
        this.dates = dates;
        String title = texts.say("receipt.title", Long.toString(proof.receipt().counter()));
        var facts = facts();
        var checks = proof.checks().stream().map(check -> Line.of(check, texts)).toList();
        closing = ProofDialogue.closing(texts, close);
        String text =
                Stream.concat(
                                Stream.of(title),
                                Stream.concat(facts.stream(), checks.stream()).map(Line::text))
                        .collect(Collectors.joining("\n"));
        getChildren()
                .addAll(
                        Labels.of(title, "title-3"),
                        notice(),
                        Labels.section(texts.say("receipt.says")),
                        new FactList(facts),
                        Labels.section(texts.say("checks")),
                        new FactList(checks),
                        ProofDialogue.buttons(texts, text, closing));
        ProofDialogue.frame(this, WIDTH);
    }

    public void begin() {
        closing.requestFocus();
    }

    private Notice notice() {
        Finding signature = finding(Check.Thing.RECEIPT_SIGNATURE);
        boolean isWrong =
                proof.checks().stream().anyMatch(check -> check.finding() == Finding.FAILS);
        if (isWrong) {
            return new Notice(
                    Tone.DANGER, texts.say("receipt.wrong"), texts.say("receipt.wrong.text"));
        }
        if (signature == Finding.OPEN) {
            return new Notice(Tone.WARNING, texts.say("no.keys"), texts.say("no.keys.text"));
        }
        return new Notice(
                Tone.SUCCESS,
                texts.say("receipt.genuine"),
                texts.say(
                        finding(Check.Thing.RECEIPT_BEFORE) == Finding.HOLDS
                                ? "receipt.genuine.text"
                                : "receipt.genuine.alone"));
    }

    private Finding finding(Check.Thing thing) {
        return proof.checks().stream()
                .filter(check -> check.thing() == thing)
                .map(Check::finding)
                .findFirst()
                .orElse(Finding.OPEN);
    }

    private List<Line> facts() {
        var receipt = proof.receipt();
        var request = receipt.request();
        var lines = new ArrayList<Line>();
        add(lines, "fact.meter", receipt.serial().toString());
        add(
                lines,
                "fact.time",
                dates.day(dates.dayOf(receipt.time())) + ", " + dates.second(receipt.time()));
        add(
                lines,
                "fact.charged",
                proof.pieces() == 1
                        ? proof.charged().toString()
                        : texts.say(
                                "fact.charged.many",
                                proof.charged(),
                                Integer.toString(proof.pieces())));
        add(lines, "fact.balance", receipt.registers().descending().toString());
        add(lines, "fact.used", receipt.registers().ascending().toString());
        add(lines, "fact.pieces", "%,d".formatted(receipt.pieces()));
        add(
                lines,
                "fact.asked",
                texts.say(
                        "fact.asked.by",
                        Integer.toString(request.actor()),
                        Long.toString(request.sequence())));
        add(
                lines,
                "fact.request",
                request.request().bytes().hex().replaceAll("(.{4})(?=.)", "$1 "));
        return lines;
    }

    /// What a receipt says is as good as its signature.
    private void add(List<Line> lines, String key, String value) {
        var finding = finding(Check.Thing.RECEIPT_SIGNATURE);
        var shown = finding == Finding.HOLDS ? Finding.HOLDS : Finding.OPEN;
        lines.add(new Line(shown, texts.say("finding", shown), texts.say(key), value));
    }
}
