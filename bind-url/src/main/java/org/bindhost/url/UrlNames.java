package org.bindhost.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.bindhost.moniker.MonikerPart;

/** How URLs are recognised, resolved and compared. */
final class UrlNames {

    static final String CLASS = "url";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int HIGHEST_PORT = 65_535;

    private UrlNames() {}

    /** Recognises an absolute URL, or a reference that is relative to a URL. */
    static Optional<MonikerPart> recognize(String text, Optional<MonikerPart> base) {
        if (isOurs(scheme(text))) {
            return absolute(text);
        }
        boolean relative = scheme(text).isEmpty();
        return base.filter(part -> relative && part.monikerClass().equals(CLASS))
                .flatMap(part -> relative(text, part));
    }

    /** The URL to ask for. */
    static URI uri(MonikerPart part) {
        return URI.create(part.key());
    }

    private static Optional<MonikerPart> absolute(String text) {
        try {
            URI uri = new URI(text);
            return hasServer(uri)
                    ? Optional.of(new MonikerPart(CLASS, key(uri), text))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // whoever asked says that nobody understands it
        }
    }

    private static Optional<MonikerPart> relative(String text, MonikerPart base) {
        try {
            URI reference = new URI(text);
            if (reference.isAbsolute()) {
                return Optional.empty(); // such as "c:a", by a scheme too short to be one of ours
            }
            URI resolved = resolve(uri(base), reference);
            return hasServer(resolved)
                    ? Optional.of(new MonikerPart(CLASS, key(resolved), key(resolved)))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether there is a host to ask, and a port, if any, that there can be. */
    private static boolean hasServer(URI uri) {
        return uri.getHost() != null
                && uri.getPort() != 0
                && uri.getPort() <= HIGHEST_PORT; // -1 is none said
    }

    /** RFC 3986, 5.2. */
    private static URI resolve(URI base, URI reference) throws URISyntaxException {
        String scheme = base.getScheme();
        if (reference.getRawAuthority() != null) {
            return assemble(
                    scheme,
                    reference.getRawAuthority(),
                    reference.getRawPath(),
                    reference.getRawQuery());
        }
        boolean isSamePath = reference.getRawPath().isEmpty();
        boolean keepsQuery = isSamePath && reference.getRawQuery() == null;
        return assemble(
                scheme,
                base.getRawAuthority(),
                isSamePath
                        ? base.getRawPath()
                        : DotSegments.merge(base.getRawPath(), reference.getRawPath()),
                keepsQuery ? base.getRawQuery() : reference.getRawQuery());
    }

    /**
     * The canonical form: scheme and host in lower case, no default port, a path without dot
     * segments, unreserved characters not escaped and escapes in upper case, no fragment.
     */
    private static String key(URI uri) throws URISyntaxException {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        URI plain =
                assemble(
                        scheme,
                        authority(uri, scheme),
                        path(uri),
                        uri.getRawQuery() == null ? null : Escapes.normalize(uri.getRawQuery()));
        return plain.toString();
    }

    /** Escapes first: a dot may be written as one. */
    private static String path(URI uri) {
        return DotSegments.remove(Escapes.normalize(uri.getRawPath()));
    }

    private static String authority(URI uri, String scheme) {
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return user + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private static URI assemble(String scheme, String authority, String path, String query)
            throws URISyntaxException {
        return new URI(scheme + "://" + authority + path + (query == null ? "" : "?" + query));
    }

    private static boolean isOurs(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    /** The scheme in lower case, or empty if there is none. */
    private static String scheme(String text) {
        int colon = text.indexOf(':');
        String head = colon < 0 ? "" : text.substring(0, colon);
        boolean isScheme =
                head.length() > 1
                        && Character.isLetter(head.charAt(0))
                        && head.chars().allMatch(UrlNames::isOfScheme);
        return isScheme ? head.toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isOfScheme(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
    }
}
