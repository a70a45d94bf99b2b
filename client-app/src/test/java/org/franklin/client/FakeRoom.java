package org.franklin.client;

import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.print.room.Readiness;

import java.util.ArrayList;
import java.util.List;

/// A printer that answers what a test wants it to, and remembers the titles of its pages.
public final class FakeRoom implements PrintRoom {

    public Printing printing;
    public Readiness readiness = new Readiness.Ready();
    public final List<String> titles = new ArrayList<>();
    private final String name;

    public FakeRoom(String name) {
        this.name = name;
        this.printing = new Printing.Out(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Resolution resolution() {
        return Resolution.DPI_600;
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    @Override
    public Printing print(Page page, String title) {
        titles.add(title);
        return printing;
    }
}
