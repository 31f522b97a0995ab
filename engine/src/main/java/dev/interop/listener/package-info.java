/** What a run tells those that listen to it. */
@NullMarked
package dev.interop.listener;

import org.jspecify.annotations.NullMarked;
