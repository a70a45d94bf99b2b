package org.franklin.client.shell;

/// Where the shell's own buttons lead.
public interface Doors {

    void addFunds();

    void signOut();
}
