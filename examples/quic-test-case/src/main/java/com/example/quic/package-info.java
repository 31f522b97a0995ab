/** A QUIC test case and a check, as a jar adds them. */
@NullMarked
package com.example.quic;

import org.jspecify.annotations.NullMarked;
