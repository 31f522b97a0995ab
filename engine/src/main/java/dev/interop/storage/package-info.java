/** The folder of a run and what is kept in it. */
@NullMarked
package dev.interop.storage;

import org.jspecify.annotations.NullMarked;
