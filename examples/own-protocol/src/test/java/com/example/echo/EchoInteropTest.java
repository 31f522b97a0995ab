package com.example.echo;

import dev.interop.engine.InteropTest;

/** The matrix of the echo protocol, in containers. Its images are made by {@code ./interop build echo}. */
@InteropTest(registry = "implementations.json", protocol = "echo")
class EchoInteropTest {}
