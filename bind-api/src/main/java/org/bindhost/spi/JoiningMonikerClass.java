package org.bindhost.spi;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.MonikerPart;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ability of a {@link MonikerClass} to join two of its names into one, such as a URL and a
 * relative one, or a file and what is beside it. Whatever it answers is about names alone: it asks
 * neither disk nor network.
 *
 * <p>Source: the class's own half of {@code IMoniker::ComposeWith}, {@code CommonPrefixWith} and
 * {@code RelativePathTo}.
 */
@ConsumerType
public interface JoiningMonikerClass {

    /**
     * Joins two names of this class (B-11, B-13).
     *
     * @param left the name to start from
     * @param right the name that is to follow it
     * @return what becomes of them
     * @throws BindException if they make no sense together, such as two absolute files; reason
     *     {@code SYNTAX}
     */
    Joined join(MonikerPart left, MonikerPart right) throws BindException;

    /**
     * Finds what two different names of this class begin with (B-16).
     *
     * @param me a name of this class
     * @param him another
     * @return the longest name that both begin with, or empty if there is none
     */
    default Optional<MonikerPart> commonPrefix(MonikerPart me, MonikerPart him) {
        return Optional.empty();
    }

    /**
     * Finds the name that leads from one name of this class to another (B-18).
     *
     * @param from a name of this class
     * @param to another
     * @return a name {@code r} for which {@code join(from, r)} is {@code to}; or empty if only
     *     {@code to} itself leads there
     */
    default Optional<MonikerPart> relativePath(MonikerPart from, MonikerPart to) {
        return Optional.empty();
    }
}
