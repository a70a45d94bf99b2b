package org.franklin.client.print.room;

import java.util.List;

/// The printers that a computer has.
public interface Printers {

    /// Looks anew. It blocks for seconds at most; whoever does not answer by then is not among
    /// them.
    List<PrintRoom> found();
}
