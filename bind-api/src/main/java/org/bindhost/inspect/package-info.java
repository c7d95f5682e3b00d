/**
 * Read-only snapshots for tools: plain values, true at the moment they were taken. The conventions
 * of {@link org.bindhost.moniker} hold here too.
 */
@Export
@Version("1.0.0")
package org.bindhost.inspect;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
