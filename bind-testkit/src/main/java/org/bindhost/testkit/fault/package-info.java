/**
 * A server that does everything wrong that servers and networks do, at any byte, for testing
 * drivers of HTTP and those who use them.
 *
 * <p>A {@link org.bindhost.testkit.fault.FaultServer} serves {@link
 * org.bindhost.testkit.fault.Entity entities}, whose bytes follow from a seed, and does to each
 * answer what a {@link org.bindhost.testkit.fault.Fault} says. It speaks HTTP/1.1 (RFC 9112) and
 * HTTP/2 (RFC 9113), by nothing but the JDK. The conventions of {@link org.bindhost.moniker} hold
 * here too.
 */
@Export
@Version("1.0.0")
package org.bindhost.testkit.fault;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
