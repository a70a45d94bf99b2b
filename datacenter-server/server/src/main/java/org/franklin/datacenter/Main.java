package org.franklin.datacenter;

/// The command line of the data center: `franklin-datacenter init | serve | demo | verify | audit |
/// keeper | ceremony`.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Commands.line().execute(arguments));
    }
}
