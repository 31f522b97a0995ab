/** Expands a selection of the registry into the cells of a run. */
@NullMarked
package dev.interop.plan;

import org.jspecify.annotations.NullMarked;
