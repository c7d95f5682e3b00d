package org.bindhost.url;

import java.util.Locale;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.Joined;
import org.bindhost.spi.Recognition;

/** URLs as names: what is one, which are equal, and what follows from two. */
final class UrlNames {

    static final String CLASS = "url";

    private UrlNames() {}

    /** Recognises an absolute URL, a designated one, or one that is relative to a URL. */
    static Recognition recognize(String text, Optional<MonikerPart> base) {
        if (WrittenNames.isItem(text)) {
            return Recognition.foreign(); // a name of what stands to its left
        }
        DelimitedName written = WrittenNames.first(text);
        Optional<Url> beside =
                base.filter(it -> it.monikerClass().equals(CLASS)).flatMap(UrlNames::known);
        try {
            int colon = UrlParser.schemeEnd(written.name(), 0);
            return colon < 0 ? relative(written, beside) : withScheme(written, colon, beside);
        } catch (BadUrl e) {
            return new Recognition.Malformed(WrittenNames.place(text, e.at()), e.getMessage());
        }
    }

    private static Recognition withScheme(DelimitedName written, int colon, Optional<Url> beside)
            throws BadUrl {
        String name = written.name();
        String scheme = name.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean isDesignated = scheme.equals(CLASS);
        if (!isDesignated && !Url.isScheme(scheme)) {
            return Recognition.foreign();
        }
        Url url = UrlParser.parse(name, isDesignated ? colon + 1 : 0);
        return url.isAbsolute() || beside.isEmpty()
                ? found(url, new MonikerPart(CLASS, url.key(), written.text()), written)
                : resolved(beside.get(), url, written);
    }

    private static Recognition relative(DelimitedName written, Optional<Url> beside) throws BadUrl {
        return beside.isEmpty()
                ? Recognition.foreign()
                : resolved(beside.get(), UrlParser.parse(written.name(), 0), written);
    }

    private static Recognition resolved(Url base, Url reference, DelimitedName written) {
        Url url = References.resolve(base, reference);
        return found(url, part(url), written);
    }

    private static Recognition found(Url url, MonikerPart part, DelimitedName written) {
        return new Recognition.Found(part, written.length(), UrlWarnings.of(url));
    }

    /**
     * Joins two names: what the second means beside the first (B-13).
     *
     * @throws BindException if one of them is no name that this class has made
     */
    static Joined join(MonikerPart left, MonikerPart right) throws BindException {
        try {
            Url reference = url(right.key());
            return new Joined.One(
                    reference.isAbsolute()
                            ? right
                            : part(
                                    References.resolve(
                                            url(left.key()),
                                            reference.withFragment(fragment(right)))));
        } catch (BadUrl e) {
            throw noUrl(e);
        }
    }

    /** Finds the relative name that leads from one name to another (B-18). */
    static Optional<MonikerPart> relativePath(MonikerPart from, MonikerPart to) {
        return known(from)
                .flatMap(start -> known(to).flatMap(end -> References.relative(start, end)))
                .map(UrlNames::part);
    }

    /**
     * Returns the URL to ask for.
     *
     * @param extra what is appended to it for this request
     * @throws BindException if it is relative, or none
     */
    static Url toAsk(MonikerPart part, String extra) throws BindException {
        try {
            Url url = url(part.key() + extra);
            if (!url.isAbsolute()) {
                throw new BindException(
                        Reason.SYNTAX,
                        Url.DESIGNATOR + url.path() + " is relative, and nothing says to what");
            }
            return url;
        } catch (BadUrl e) {
            throw noUrl(e);
        }
    }

    private static MonikerPart part(Url url) {
        String key = url.key();
        return new MonikerPart(CLASS, key, url.text(key));
    }

    /** The URL of a part, if this class has made it. */
    private static Optional<Url> known(MonikerPart part) {
        try {
            return Optional.of(url(part.key()));
        } catch (BadUrl e) {
            return Optional.empty();
        }
    }

    private static Url url(String key) throws BadUrl {
        boolean isRelative = key.startsWith(Url.DESIGNATOR);
        return UrlParser.parse(key, isRelative ? Url.DESIGNATOR.length() : 0);
    }

    /** The fragment, which the key has not. */
    private static Optional<String> fragment(MonikerPart part) throws BadUrl {
        String name = WrittenNames.first(part.text()).name();
        int hash = name.indexOf('#');
        return hash < 0 ? Optional.empty() : Optional.of(UrlParser.fragment(name, hash + 1));
    }

    /** Does not show the name, in which there may be a password. */
    private static BindException noUrl(BadUrl e) {
        return new BindException(Reason.SYNTAX, "no URL: it " + e.getMessage());
    }

    /** Scheme, host and port, which the key has in one form; a relative name has none. */
    static Optional<String> origin(MonikerPart part) {
        String key = part.key();
        int start = key.indexOf("://") + 3;
        int end = key.indexOf('/', start);
        boolean isAbsolute = start > 3 && end > 0 && Url.isScheme(key.substring(0, start - 3));
        if (!isAbsolute) {
            return Optional.empty();
        }
        String authority = key.substring(start, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return Optional.of(key.substring(0, start) + host);
    }
}
