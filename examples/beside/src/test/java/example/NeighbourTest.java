package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NeighbourTest {
    @Test
    void passes() {
        assertEquals(2, 1 + 1);
    }
}
