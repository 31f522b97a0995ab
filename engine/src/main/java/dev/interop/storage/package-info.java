/** The folder of a run and the files in it. */
@NullMarked
package dev.interop.storage;

import org.jspecify.annotations.NullMarked;
