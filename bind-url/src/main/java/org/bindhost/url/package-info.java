/**
 * The driver of {@code http} and {@code https}, on Jetty's client, which nobody outside sees.
 *
 * <p>One hop, bytes by demand, nothing automatic: no redirects, cookies, authentication, proxies,
 * codings or retries of the client's own.
 */
package org.bindhost.url;
