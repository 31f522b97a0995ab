package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.tap.IdSet.Added;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IdSetTest {

    @Property
    void theSetHasTheSameNumbersAsABitSet(@ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> ids) {
        IdSet set = new IdSet(new IdSet.Budget(1_000));
        BitSet known = new BitSet();
        for (int id : ids) {
            assertThat(set.add(id)).isEqualTo(known.get(id) ? Added.KNOWN : Added.NEW);
            known.set(id);
        }

        BitSet told = new BitSet();
        set.ranges().forEach(range -> told.set((int) range.first(), (int) range.last() + 1));
        assertThat(told).isEqualTo(known);
        assertThat(set.ranges()).hasSize(runs(known));
        if (!known.isEmpty()) {
            assertThat(set.min()).isEqualTo(known.nextSetBit(0));
            assertThat(set.max()).isEqualTo(known.length() - 1);
        }
    }

    @Property
    void clearingASetReturnsItsRangesToTheBudget(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 40) Integer> ids) {
        IdSet set = new IdSet(new IdSet.Budget(21));
        for (int round = 0; round < 100; round++) {
            for (int id : ids) {
                assertThat(set.add(id)).isNotEqualTo(Added.NO_ROOM);
            }
            set.clear();
        }
    }

    private static int runs(BitSet bits) {
        int runs = 0;
        for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(bits.nextClearBit(at))) {
            runs++;
        }
        return runs;
    }
}
