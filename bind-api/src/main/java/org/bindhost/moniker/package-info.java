/**
 * Names that can be bound, as values.
 *
 * <p>Conventions of every type of this API, stated once:
 *
 * <ul>
 *   <li>Arguments and results are never {@code null}; what may be missing is an {@code Optional}.
 *   <li>Offsets and lengths are {@code long} bytes, offsets counted from 0; times are {@code
 *       java.time} types.
 *   <li>Services are safe for use by many threads; value types are immutable.
 *   <li>A rule cited as D-05 is that rule of {@code docs/rules.md}.
 * </ul>
 *
 * <p>Source: the moniker chapters of the COM reference and of the Internet Client SDK; {@code
 * docs/sources.md} names the editions. Where this API departs from them, the type says so.
 */
@Export
@Version("1.0.0")
package org.bindhost.moniker;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
