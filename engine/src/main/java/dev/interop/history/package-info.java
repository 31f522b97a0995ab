/** The history: what every run's cells came out as, in files that last for years, and what follows from them. */
@NullMarked
package dev.interop.history;

import org.jspecify.annotations.NullMarked;
