package org.franklin.client.home;

import org.franklin.client.ui.control.PieceState;
import org.franklin.model.money.Postage;

import java.time.Instant;

/// One line of the newest pieces. `to` and `what` are empty where this computer does not know them.
public record PieceRow(Instant time, String to, String what, Postage price, PieceState state) {}
