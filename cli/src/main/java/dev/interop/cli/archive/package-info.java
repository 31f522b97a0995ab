/** Packs one cell of a run into one file, and reads such files. */
@NullMarked
package dev.interop.cli.archive;

import org.jspecify.annotations.NullMarked;
