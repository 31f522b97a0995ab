/** What a cell's result depends on, and which results of earlier runs stand for it. */
@NullMarked
package dev.interop.reuse;

import org.jspecify.annotations.NullMarked;
