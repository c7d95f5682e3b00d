package org.bindhost.core.naming;

import static org.quicktheories.generators.Generate.constant;
import static org.quicktheories.generators.Generate.frequency;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.Generate.range;
import static org.quicktheories.generators.SourceDSL.lists;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.DelimitedName;
import org.quicktheories.api.Pair;
import org.quicktheories.core.Gen;

/**
 * Names of any kind, as strangers might write them. Few letters are used, so that names are often
 * equal or nearly so.
 */
final class AnyNames {

    static final int MOST_PARTS = 8;

    private static final List<String> CHARACTERS =
            List.of(
                    "a",
                    "b",
                    "A",
                    "!",
                    "%",
                    "/",
                    "\\",
                    ".",
                    ":",
                    ";",
                    "@",
                    " ",
                    "4",
                    "1",
                    "\u00E9",
                    "\u00DF",
                    "\u0130",
                    "\u0131",
                    "\u03A3",
                    "\u03C3",
                    "\u03C2",
                    "\u212A",
                    "\u0000",
                    "\n",
                    "\u0085",
                    "\u202E",
                    "\u200D",
                    "\uFF01",
                    "\u01C3",
                    "\uFFFF",
                    "\uD83D\uDE00",
                    "\uD801\uDC00",
                    "\uD801\uDC28",
                    "\uD800",
                    "\uDC00",
                    "%41",
                    "!!",
                    "\\..");

    private static final String FORM = "!?form:[ab]*";

    private static final Names NAMES = fixture().names;

    private AnyNames() {}

    /** The classes that these names are of. */
    static NamesFixture fixture() {
        return new NamesFixture(
                new PathNames(), new FormNames("form", FORM), new Counters(), new Entries());
    }

    /** Text without regard to anything. */
    static Gen<String> texts(int least, int most) {
        return lists().of(pick(CHARACTERS)).ofSizeBetween(least, most).map(t -> String.join("", t));
    }

    static Gen<MonikerPart> items() {
        return texts(1, 4).map(AnyNames::whole).map(name -> only(NAMES.item(name)));
    }

    /** With nothing in it that is half of a character, which no name of an item has. */
    static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static Gen<MonikerPart> antis() {
        return range(1, 4).map(count -> only(NAMES.anti(count)));
    }

    /** Parts of a class that has no inverse. */
    static Gen<MonikerPart> forms() {
        return pick(List.of("", "a", "ab")).map(k -> part("form", "form:" + k, "form:" + k));
    }

    /** Parts of a class whose inverses are its own. */
    static Gen<MonikerPart> counters() {
        return pick(List.of("a+", "a-", "b+", "b-")).map(key -> part("counter", key, key));
    }

    static Gen<MonikerPart> paths() {
        var segments = lists().of(pick(List.of("a", "b", "A!", "%41"))).ofSizeBetween(1, 3);
        return segments.zip(
                pick(List.of("/", "", "../", "../../")),
                (s, start) -> PathNames.part(start + String.join("/", s)));
    }

    /** Parts that only follow others. */
    static Gen<MonikerPart> entries() {
        return texts(0, 2)
                .map(t -> "in:" + t)
                .map(k -> part("entry", k, "!" + DelimitedName.write(k)));
    }

    /** Names that stand for others. */
    static Gen<MonikerPart> aliases() {
        return pick(List.of("a", "b")).map(key -> part("alias", key, key));
    }

    static Gen<MonikerPart> parts() {
        return oneOf(items(), antis(), forms(), counters(), paths());
    }

    /** Parts of which no two are joined to one. */
    static Gen<MonikerPart> partsThatStay() {
        return oneOf(items(), antis(), forms(), counters());
    }

    /** Parts that have an inverse. */
    static Gen<MonikerPart> partsWithInverse() {
        return oneOf(items(), counters(), paths());
    }

    /** Parts of a class that nobody has heard of, as a saved name may have. */
    static Gen<MonikerPart> strangers() {
        return texts(1, 3).zip(texts(1, 4), texts(0, 4), AnyNames::part);
    }

    /** Names as they come out of a composition. */
    static Gen<Moniker> names() {
        return composed(parts());
    }

    static Gen<Moniker> composed(Gen<MonikerPart> parts) {
        return chains(parts).map(AnyNames::normal);
    }

    /** Names as somebody might put them together by hand; more often short than long. */
    static Gen<Moniker> chains(Gen<MonikerPart> parts) {
        var sizes = range(1, MOST_PARTS);
        return lists().of(parts)
                .ofSizes(sizes.zip(sizes, Math::min))
                .map(Moniker::new)
                .describedAs(SavedNames::save);
    }

    /** Two names of which the second is often much like the first. */
    static Gen<Pair<Moniker, Moniker>> related(Gen<MonikerPart> parts) {
        var any = chains(parts);
        var same = any.zip(constant(0), (name, zero) -> Pair.of(normal(name), normal(name)));
        var different = any.zip(any, (one, other) -> Pair.of(normal(one), normal(other)));
        var alike =
                any.zip(
                        any,
                        any,
                        (head, one, other) ->
                                Pair.of(normal(chain(head, one)), normal(chain(head, other))));
        var longer = any.zip(any, (head, rest) -> Pair.of(normal(head), normal(chain(head, rest))));
        return frequency(
                        Pair.of(1, same),
                        Pair.of(2, different),
                        Pair.of(4, alike),
                        Pair.of(2, longer))
                .describedAs(p -> SavedNames.save(p._1) + " and " + SavedNames.save(p._2));
    }

    static Moniker chain(Moniker... names) {
        return NamesFixture.chain(names);
    }

    /** What is left of a name once its parts have met; of none, and of nonsense, an item. */
    private static Moniker normal(Moniker name) {
        Supplier<Moniker> other = () -> NAMES.item("a");
        try {
            return NAMES.compose(name.parts().stream().map(Moniker::of).toList()).orElseGet(other);
        } catch (BindException e) {
            return other.get(); // two absolute paths met
        }
    }

    private static MonikerPart only(Moniker moniker) {
        return moniker.parts().get(0);
    }

    private static MonikerPart part(String monikerClass, String key, String text) {
        return new MonikerPart(monikerClass, key, text);
    }
}
