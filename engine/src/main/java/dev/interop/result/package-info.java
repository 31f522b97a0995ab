/** The model of a finished run, the input of every writer. */
@NullMarked
package dev.interop.result;

import org.jspecify.annotations.NullMarked;
