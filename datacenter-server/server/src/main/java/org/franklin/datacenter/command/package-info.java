/// The commands of `franklin-datacenter`, the only classes here that speak to a terminal.
@NullMarked
package org.franklin.datacenter.command;

import org.jspecify.annotations.NullMarked;
