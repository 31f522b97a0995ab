/** The commands behind {@code ./interop}. */
@NullMarked
package dev.interop.cli;

import org.jspecify.annotations.NullMarked;
