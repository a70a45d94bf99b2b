package org.franklin.client.history.proof;

import javafx.beans.value.ObservableValue;

import org.franklin.client.history.piece.Chain;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.ui.Background;

import java.util.function.Consumer;

/// Proves pieces in the background, with what is at hand here and now.
public final class ProofModel {

    private final Desk desk;
    private final Background background;
    private final ObservableValue<Chain> chain;

    public ProofModel(Desk desk, Background background, ObservableValue<Chain> chain) {
        this.desk = desk;
        this.background = background;
        this.chain = chain;
    }

    /// Checks the receipt of a piece.
    public void prove(Entry.Paid piece, Consumer<ReceiptProof> shown) {
        var known = chain.getValue();
        background.run(
                () -> {
                    var proof = ReceiptProof.of(piece, known);
                    return desk.keptKeys()
                            .map(kept -> proof.checkedWith(kept.keys()))
                            .orElse(proof);
                },
                shown);
    }

    /// Verifies the indicium of a piece, without a network.
    public void verify(Entry.Paid piece, Consumer<IndiciumProof> shown) {
        background.run(
                () ->
                        desk.keptKeys()
                                .<IndiciumProof>map(
                                        kept -> IndiciumProof.of(piece.indicium(), kept))
                                .orElseGet(IndiciumProof.NoKeys::new),
                shown);
    }
}
