package org.franklin.datacenter.function;

/// The process dies here. An error, so that no code of ours takes it for a fault and goes on.
public final class Crash extends Error {

    private static final long serialVersionUID = 1;
}
