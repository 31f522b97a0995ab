/** The one model of a finished run that every writer reads. */
@NullMarked
package dev.interop.result;

import org.jspecify.annotations.NullMarked;
