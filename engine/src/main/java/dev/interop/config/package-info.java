/** Parameters of a run: their names, the sources of their values, and the settings read from them. */
@NullMarked
package dev.interop.config;

import org.jspecify.annotations.NullMarked;
