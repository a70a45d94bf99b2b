package org.franklin.datacenter;

/// The command line of the data center: `franklin-datacenter init | serve | box | demo | verify |
/// audit | custodians | keeper | ceremony | export-keys | drill`.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Commands.line().execute(arguments));
    }
}
