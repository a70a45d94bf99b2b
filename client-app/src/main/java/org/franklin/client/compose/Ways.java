package org.franklin.client.compose;

/// Where the window of a new piece leads.
public record Ways(Runnable newPiece, Runnable addFunds, Runnable signOn, Runnable history) {}
