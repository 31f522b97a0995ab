/** Builders and assertions for tests of checks, cells and runs. */
@NullMarked
package dev.interop.testing;

import org.jspecify.annotations.NullMarked;
