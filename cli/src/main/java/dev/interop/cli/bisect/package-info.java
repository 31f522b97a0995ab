/** Finds the first of several releases with which a cell comes out otherwise. */
@NullMarked
package dev.interop.cli.bisect;

import org.jspecify.annotations.NullMarked;
