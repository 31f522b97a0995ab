package dev.interop.testbed.content;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names of served files that endpoints cannot predict. Each name is unique. */
final class FileNames {
    private static final List<String> WORDS = List.of("""
            amber anchor apple arbor arrow aspen autumn badge bamboo banner barley basil beacon birch bison
            blossom bramble breeze bridge bronze brook butter cactus candle canyon carbon castle cedar
            cherry cinder citrus clover cobalt comet copper coral cotton cradle crane crystal cypress
            dahlia delta desert dolphin dragon dune eagle ebony echo ember emerald falcon feather fern
            fiddle finch fjord flint forest fossil fox garden garnet ginger glacier granite grove harbor
            harvest hazel heron hickory hollow honey horizon indigo iris island ivory ivy jade jasmine
            jasper juniper kestrel kettle kiwi lagoon lantern larch lark laurel lemon lilac linen lizard
            lotus lunar lynx magnet mango maple marble marsh meadow melon mercury mint mirror mocha moss
            mulberry mustard nectar nickel nimbus nutmeg oak oasis obsidian ocean olive onyx opal orchid
            osprey otter oyster paddle panda papaya pearl pebble pepper pigeon pine planet plum polar
            pollen poplar prairie prism quail quartz quill rabbit raven reef ribbon river robin rocket
            saffron sage salmon sand sapphire shadow silver sparrow spruce starling stone summit sunset
            swallow tango teal thistle thunder tiger timber topaz tulip tundra turtle umber valley velvet
            vine violet walnut willow winter wren yarrow zebra zenith zephyr""".strip().split("\\s+"));

    private static final String URL_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int WORDS_A_NAME = 3;

    private final Random random;
    private final Set<String> given = new HashSet<>();

    FileNames(Random random) {
        this.random = random;
    }

    /** A name of exactly {@code length} characters, or of random words if that is 0. */
    String next(int length) {
        var name = length == 0 ? words() : characters(length);
        while (!given.add(name)) {
            name = length == 0 ? words() : characters(length);
        }
        return name;
    }

    private String words() {
        var name = new StringBuilder();
        for (var count = 0; count < WORDS_A_NAME; count++) {
            name.append(count == 0 ? "" : "-").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return name.toString();
    }

    private String characters(int length) {
        var name = new StringBuilder(length);
        for (var count = 0; count < length; count++) {
            name.append(URL_SAFE.charAt(random.nextInt(URL_SAFE.length())));
        }
        return name.toString();
    }
}
