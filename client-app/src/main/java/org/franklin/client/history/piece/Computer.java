package org.franklin.client.history.piece;

import org.franklin.model.mailer.DeviceId;

import java.time.ZoneId;

/// The computer that the history is shown on: its number at the meter, and its time zone.
public record Computer(DeviceId device, ZoneId zone) {}
