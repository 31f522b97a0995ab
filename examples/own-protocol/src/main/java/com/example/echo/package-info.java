/** A protocol of its own: echo over UDP, as a jar adds it. */
@NullMarked
package com.example.echo;

import org.jspecify.annotations.NullMarked;
