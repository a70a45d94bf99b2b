/// How a signed record takes a step: between the box that decides and the database that keeps.
@NullMarked
package org.franklin.datacenter.function.records;

import org.jspecify.annotations.NullMarked;
