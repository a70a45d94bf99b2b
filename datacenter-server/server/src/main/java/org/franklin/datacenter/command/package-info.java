/// What the commands of the data center have in common.
@NullMarked
package org.franklin.datacenter.command;

import org.jspecify.annotations.NullMarked;
