/** What a protocol brings: its test cases, what to run and what must hold. Third parties implement these types. */
@NullMarked
package dev.interop.protocol;

import org.jspecify.annotations.NullMarked;
