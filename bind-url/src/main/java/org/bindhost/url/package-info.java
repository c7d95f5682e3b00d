/**
 * The driver of {@code http} and {@code https}, on Jetty's client, which nobody outside sees.
 *
 * <p>One hop, bytes by demand, nothing automatic: no redirects, cookies, codings or retries of the
 * client's own, no proxy and no credentials but those that are configured or asked for, and nothing
 * of the whole JVM's. What is told to servers, and who has a say in it, is in {@code
 * docs/decisions/0013}.
 *
 * <p>The verb of a bind is sent as it is; {@code CONNECT} is refused. Its body is read as the
 * server takes it, on threads set aside for that, with its type, and with its length or in chunks.
 * A body that cannot be read, or is not as long as it says, is a failure of reason {@code
 * CALLBACK_FAILED}. After 301 and 302 a {@code POST} becomes a {@code GET}, after 303 any verb but
 * {@code HEAD}, and otherwise verb and body are kept; one that cannot be read again is then a
 * failure of reason {@code REDIRECT_FAILED}. Whoever has answered is sent nothing more.
 *
 * <p>What is written to a name is sent as it comes, by {@code PUT} or the verb of the bind if that
 * is not {@code GET}, and whole only at the commit. It is sent once: a redirect is a failure of
 * reason {@code REDIRECT_FAILED}. Of refusals, 409 and 412 are {@code CHANGED}; 401, 403, 413, 423
 * and 428 {@code ACCESS_DENIED}; 405, 411, 415 and 501 {@code UNSUPPORTED}.
 *
 * <p>Under {@code If-None-Match} or {@code If-Modified-Since} of a client, 304 is a failure of
 * reason {@code NOT_MODIFIED}; 412 is {@code CHANGED}.
 *
 * <p>A range is asked for of {@code GET} only, and under a condition only if that is a strong
 * entity tag, since nothing else vouches for bytes; otherwise the whole is asked for. A part of
 * another state, or of one that is not said, is a failure of reason {@code CHANGED}; of status 416
 * {@code OUT_OF_RANGE}; a part that is not the one that was asked for, {@code PROTOCOL}.
 *
 * <p>Its names, of class {@code url}:
 *
 * <ul>
 *   <li>{@code https://host:81/path?query#fragment}: absolute, by the grammar of RFC 3986 with the
 *       characters of RFC 3987; what browsers take besides, <code>[ ] { } | ^ `</code> behind the
 *       host, is taken and escaped. What is no URL is refused with its place, and never repaired: a
 *       space, a backslash, a tab.
 *   <li>{@code ../other?query}: relative to a base that is a URL; the name is the whole URL.
 *   <li>{@code url:../other}: relative, and without a base a name of its own, which is composed
 *       with others and cannot be opened. {@code url:https://host/} is the absolute one.
 * </ul>
 *
 * <p>In all of them {@code !} begins an item, and {@code !!} is the character itself, within a
 * fragment too. But directly behind the first {@code #} stands the character: {@code #!/page} is a
 * fragment, {@code #!/page!item} is that and an item, and the fragment {@code !!page} is written
 * {@code #!!!page}. An empty fragment is not kept, so that an item can follow. A relative name that
 * begins with the character is written {@code ./!!name}.
 *
 * <p>A host is a name, international ones by UTS #46, or an address: four decimal numbers, or IPv6
 * in brackets. It is no number in another form, since {@code 0x7f.1} would be an address that it
 * does not look like; no IPv6 address with a zone, which RFC 9844 has taken out of URLs; and no
 * address of a later version, which nothing could connect to. A dot at its end makes it another
 * host.
 *
 * <p>The key, which is what is asked for and what is compared, has scheme and host in lower case,
 * the host as A-labels, addresses as in RFC 5952, no usual port, no dot segments, no fragment, and
 * percent escapes where they are needed only, in upper case. The text stays as it was written.
 *
 * <p>A user or a password in a URL is part of the name, is warned of, and is never sent: opening
 * such a name fails.
 */
package org.bindhost.url;
