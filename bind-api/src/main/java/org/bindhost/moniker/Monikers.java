package org.bindhost.moniker;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes monikers out of text and out of each other; a service.
 *
 * <p><b>Threads.</b> Any thread may call any method. Parsing may look at local names, such as a
 * directory, but not at the network.
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
     * Puts one name to the right of another (B-01 to B-13). Where two parts of one class meet and
     * that class has a rule for joining them, the rule decides; otherwise the parts follow each
     * other.
     *
     * @param left the name to start from
     * @param right the name to continue with
     * @return the composed name
     * @throws BindException if two parts of one class meet and that class is absent, so that its
     *     rule is not known; reason {@code NO_DRIVER}
     */
    Moniker compose(Moniker left, Moniker right) throws BindException;

    /**
     * Finds what two names begin with, part by part (B-16, B-17).
     *
     * @param me the first name
     * @param him the second name
     * @return the longest common prefix, or empty if they differ from the start
     */
    Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him);

    /**
     * Tells whether binding a name may have to wait.
     *
     * @param moniker the name
     * @return yes, no, or unknown while a class it needs is absent
     */
    Asynchrony isAsynchronous(Moniker moniker);
}
