/** A client of binds, and what it heard of them. */
@Export
@Version("1.0.0")
package org.bindhost.itests.client;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
