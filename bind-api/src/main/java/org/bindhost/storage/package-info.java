/**
 * Storage whose bytes may still be arriving.
 *
 * <p>This version holds what binds and drivers already need of it; compound files and filling
 * follow. The conventions of {@link org.bindhost.moniker} hold here too.
 *
 * <p>Source: <i>Asynchronous Storage</i> and {@code ILockBytes} of the structured storage
 * reference.
 */
@Export
@Version("1.0.0")
package org.bindhost.storage;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
