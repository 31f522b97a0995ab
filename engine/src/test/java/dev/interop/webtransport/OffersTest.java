package dev.interop.webtransport;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OffersTest {
    @Property(tries = 200)
    void crossedOffersShareTwoOfFiveProtocolsInOppositeOrder(@ForAll long seed) {
        var offers = Offers.crossed(seed);

        var shared = offers.client().stream().filter(offers.server()::contains).toList();
        assertThat(offers.client()).hasSize(5).doesNotHaveDuplicates();
        assertThat(offers.server()).hasSize(5).doesNotHaveDuplicates();
        assertThat(shared).hasSize(2);
        assertThat(offers.server().indexOf(shared.get(0)))
                .isGreaterThan(offers.server().indexOf(shared.get(1)));
    }

    @Property(tries = 50)
    void sameOffersAreOneProtocolOnBothSides(@ForAll long seed) {
        assertThat(Offers.same(seed).client())
                .hasSize(1)
                .isEqualTo(Offers.same(seed).server());
    }

    @Property(tries = 50)
    void offersAreDerivedFromTheSeed(@ForAll long seed) {
        assertThat(Offers.crossed(seed)).isEqualTo(Offers.crossed(seed)).isNotEqualTo(Offers.crossed(seed + 1));
    }
}
