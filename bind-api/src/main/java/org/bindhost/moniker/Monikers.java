package org.bindhost.moniker;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes monikers out of text and out of each other; a service.
 *
 * <p>Names that are typed, linked or sent are hostile until proven otherwise: a name has at most
 * 8,192 {@code char}s and 64 parts, and no characters that cannot be seen.
 *
 * <p><b>Threads.</b> Any thread may call any method. Parsing may look at local names, such as a
 * directory, but not at the network. The rest is calculation; it waits for nothing, and what needs
 * no class works while none is present.
 *
 * <p><b>Source.</b> {@code MkParseDisplayName}, {@code IsAsyncMoniker}, and the algebra of {@code
 * IMoniker}; here functions on values.
 */
@ProviderType
public interface Monikers {

    /**
     * Parses a display name.
     *
     * @param displayName the text, understood to its end
     * @return the moniker it denotes
     * @throws MonikerSyntaxException if no class now present understands all of it
     */
    Moniker parse(String displayName) throws MonikerSyntaxException;

    /**
     * Parses a display name that may be relative.
     *
     * @param displayName the text, absolute or relative to {@code base}
     * @param base what a relative name is relative to, such as the name of the document it stands
     *     in
     * @return the moniker, absolute if the base is
     * @throws MonikerSyntaxException if no class now present understands all of it
     */
    Moniker parse(String displayName, Moniker base) throws MonikerSyntaxException;

    /**
     * Parses as much of a text as the classes now present understand, and says who claimed what.
     *
     * @param displayName the text
     * @param base what a relative name is relative to
     * @return what was understood, and the problem if that was not all
     */
    ParsedName examine(String displayName, Optional<Moniker> base);

    /**
     * Puts one name to the right of another (B-02 to B-13). Where two parts of one class meet, a
     * rule of that class may join them; an anti-moniker takes away what it meets. Otherwise the
     * parts follow each other.
     *
     * @param left the name to start from
     * @param right the name to continue with
     * @return the composed name, or empty if nothing is left
     * @throws BindException if two parts meet whose class is absent, so that its rule is not known,
     *     reason {@code NO_DRIVER}; or if its rule forbids it, reason {@code SYNTAX}
     */
    Optional<Moniker> compose(Moniker left, Moniker right) throws BindException;

    /**
     * Composes any number of names, as {@link #compose(Moniker, Moniker)} does (B-03).
     *
     * @param names the names, leftmost first
     * @return the composed name, or empty if nothing is left or there was nothing
     * @throws BindException as with two names
     */
    Optional<Moniker> compose(List<Moniker> names) throws BindException;

    /**
     * Composes two names if a rule for their classes makes one of them, so that no parts merely
     * follow each other (B-04).
     *
     * @param left the name to start from
     * @param right the name to continue with
     * @return the composed name, or empty if nothing is left
     * @throws BindException as with {@link #compose(Moniker, Moniker)}; and if there is no rule,
     *     reason {@code NEED_GENERIC}
     */
    Optional<Moniker> join(Moniker left, Moniker right) throws BindException;

    /**
     * Returns what takes a name away when composed to its right (B-14).
     *
     * @param moniker the name
     * @return its inverse
     * @throws BindException if it has none, reason {@code NO_INVERSE}; or if one of its classes is
     *     absent, reason {@code NO_DRIVER}
     */
    Moniker inverse(Moniker moniker) throws BindException;

    /**
     * Finds what two names begin with: part by part, and where two parts of one class differ as far
     * as that class says (B-16, B-17).
     *
     * @param me the first name
     * @param him the second name
     * @return the longest common prefix, or empty if they differ from the start
     * @throws BindException if they first differ in two parts whose class is absent, so that what
     *     these have in common is not known; reason {@code NO_DRIVER}
     */
    Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him) throws BindException;

    /**
     * Finds the name that leads from one name to another (B-18).
     *
     * @param from the name to start from
     * @param to the name to arrive at
     * @return what composed with {@code from} is {@code to}, or {@code to} itself if the two have
     *     nothing in common
     * @throws BindException if what is to be taken away from {@code from} has no inverse, reason
     *     {@code UNSUPPORTED}; if {@code from} is an item of nothing, reason {@code NOT_BINDABLE};
     *     if a class is absent, reason {@code NO_DRIVER}
     */
    RelativePath relativePath(Moniker from, Moniker to) throws BindException;

    /**
     * Reduces a name to what it stands for (B-21), part by part and as often as that changes
     * anything.
     *
     * @param moniker the name
     * @return what it stands for
     * @throws BindException if one of its classes is absent, reason {@code NO_DRIVER}; if it cannot
     *     be reduced, or never ends, reason {@code SYNTAX}
     */
    Reduced reduce(Moniker moniker) throws BindException;

    /**
     * Makes the name of an item, to be composed to the right of a name (B-20).
     *
     * @param name the name of the item, 1 to 8,192 {@code char}s, without delimiter and nothing in
     *     it escaped
     * @return the moniker
     * @throws IllegalArgumentException if it is empty, longer, or has half of a character
     */
    Moniker item(String name);

    /**
     * Makes an anti-moniker, which takes away what stands to its left (B-05, B-07). Its display
     * name has a step for each part, and is read as that many antis of one part each.
     *
     * @param count how many parts it takes away, 1 or more
     * @return the moniker
     */
    Moniker anti(int count);

    /**
     * Writes a name in a form that needs no class to be read again (B-25). In contrast to the
     * display name it tells nothing to people and is accepted from nobody but {@link #load}.
     *
     * @param moniker the name
     * @return its text, of printable characters
     */
    String save(Moniker moniker);

    /**
     * Reads what {@link #save} has written. Whoever has written it has chosen class, key and text
     * alike: the display name of a loaded name proves nothing about what it denotes.
     *
     * @param saved the text
     * @return a name equal to the one saved, with the same display name
     * @throws MonikerSyntaxException if the text is no saved name
     */
    Moniker load(String saved) throws MonikerSyntaxException;

    /**
     * Tells whether binding a name may have to wait.
     *
     * @param moniker the name
     * @return yes, no, or unknown while a class it needs is absent
     */
    Asynchrony isAsynchronous(Moniker moniker);
}
