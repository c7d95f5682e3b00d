package org.bindhost.spi;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.MonikerPart;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One class of names, registered as a service by the bundle that understands it: a driver.
 *
 * <p>To add a class, register a service of this type with the property {@link #NAME} and run {@code
 * MonikerClassTests} of {@code bind-testkit} against it. Nothing else need know. Of several drivers
 * of one class the one with the highest {@code service.ranking} is used. In a program without OSGi
 * it is found by {@link java.util.ServiceLoader}, with a constructor without arguments.
 *
 * <p>Optional abilities are interfaces that the same object implements as well: {@link
 * ItemMonikerClass}, {@link WritableMonikerClass}, {@link ObjectMonikerClass}, {@link
 * WatchableMonikerClass}, {@link JoiningMonikerClass}, {@link InvertibleMonikerClass}, {@link
 * ReducibleMonikerClass}, {@link OriginMonikerClass}.
 *
 * <p><b>Life.</b> When the service goes, the engine ends what it has under way through it, and
 * comes back from the service event only when no thread of the engine is inside the driver. So a
 * driver does not unregister itself from within one of its own methods.
 *
 * <p><b>Threads.</b> Any number of threads may call any method.
 */
@ConsumerType
public interface MonikerClass {

    /**
     * Service property, a {@code String}: the name of the class, such as {@code "url"}. Required.
     */
    String NAME = "moniker.class";

    /**
     * Service property, a {@code String[]}: the schemes whose names are of this class, without
     * colon, such as {@code "http"}. Optional: for tools, and for messages that say what is
     * missing.
     */
    String SCHEMES = "moniker.scheme";

    /**
     * Returns the name of the class; the same as the service property {@link #NAME}.
     *
     * @return the name, not empty
     */
    String name();

    /**
     * Tells whether names of this class are of things that may have to be waited for.
     *
     * @return {@code true} if binding transfers data from elsewhere
     */
    boolean isAsynchronous();

    /**
     * Tells whether {@link #open} and the abilities of this class may make their caller wait, as
     * asking a file system does. The engine then calls them on threads set aside for that.
     *
     * @return {@code true} if calls may wait
     */
    default boolean mayWait() {
        return false;
    }

    /**
     * Recognises a name of this class at the head of a text; what may follow other names is
     * recognised by {@link ItemMonikerClass}. A name ends where an item begins, see {@link
     * DelimitedName}.
     *
     * <p>Parsing the text of a part again gives an equal part, whatever the base: a name that was
     * found relative to the base is written in full. The exception are names that stay relative
     * because there was no base. A class that has such gives them a form of their own, such as
     * {@code file:../a}, and a base makes them absolute.
     *
     * <p>May look at local names, such as a directory, and so may wait; must not use the network,
     * because the classes present are asked one after another about every name parsed.
     *
     * @param text what is to be parsed, not empty; without control characters
     * @param base what a relative name is relative to, of any class; empty if there is nothing
     * @return the name, or why there is none
     */
    Recognition recognize(String text, Optional<MonikerPart> base);

    /**
     * Opens what a name denotes, one hop: a redirect is an answer, and the engine decides whether
     * to follow it. Does not wait unless {@link #mayWait()}. If {@link OpenRequest#onCancel
     * cancelled} it fails soon, or completes and has its body cancelled.
     *
     * @param request what is asked
     * @return the answer, or a failure with a {@link org.bindhost.bind.BindException}
     */
    CompletionStage<Content> open(OpenRequest request);
}
