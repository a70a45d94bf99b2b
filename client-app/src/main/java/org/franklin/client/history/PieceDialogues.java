package org.franklin.client.history;

import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.printing.ReprintModel;
import org.franklin.client.history.printing.ReprintView;
import org.franklin.client.history.proof.IndiciumView;
import org.franklin.client.history.proof.ReceiptView;
import org.franklin.client.ui.Dates;

/// The dialogues about the chosen piece.
final class PieceDialogues {

    private final HistoryModel model;
    private final Doors doors;
    private final Dates dates;

    PieceDialogues(HistoryModel model, Doors doors, Dates dates) {
        this.model = model;
        this.doors = doors;
        this.dates = dates;
    }

    void printAgain() {
        if (model.detailProperty().get() instanceof Detail.Of(Entry.Here here, _, var obstacle)
                && here.piece().isReprint()
                && obstacle.isEmpty()) {
            var view =
                    new ReprintView(new ReprintModel(here.piece(), model.printing()), doors::close);
            doors.open(view);
            view.begin();
        }
    }

    void receipt() {
        if (model.detailProperty().get() instanceof Detail.Of(Entry.Paid paid, _, _)) {
            model.proof()
                    .prove(
                            paid,
                            proof -> {
                                var view = new ReceiptView(proof, dates, doors::close);
                                doors.open(view);
                                view.begin();
                            });
        }
    }

    void verify() {
        if (model.detailProperty().get() instanceof Detail.Of(Entry.Paid paid, _, _)) {
            model.proof()
                    .verify(
                            paid,
                            proof -> {
                                var view = new IndiciumView(proof, dates, doors::close);
                                doors.open(view);
                                view.begin();
                            });
        }
    }
}
