/** Asks one image for what its endpoint contract requires, before it asks to be listed. */
@NullMarked
package dev.interop.cli.check;

import org.jspecify.annotations.NullMarked;
