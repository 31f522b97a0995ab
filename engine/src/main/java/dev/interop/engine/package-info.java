/** The adapter to the JUnit Platform. */
@NullMarked
package dev.interop.engine;

import org.jspecify.annotations.NullMarked;
