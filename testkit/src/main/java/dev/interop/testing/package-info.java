/** Builders of cells, runs and protocols for tests. */
@NullMarked
package dev.interop.testing;

import org.jspecify.annotations.NullMarked;
