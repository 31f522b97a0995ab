package example;

import dev.interop.engine.InteropTest;

@InteropTest(registry = "broken.json")
class BrokenTest {}
