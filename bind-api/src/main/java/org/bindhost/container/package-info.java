/**
 * Controls, and the containers that mediate for them.
 *
 * <p>A control names data by strings, its data paths. It asks its {@link
 * org.bindhost.container.ControlSite} for the {@link org.bindhost.container.BindHost} and binds
 * through it; the container decides what a name means, who may transfer first, and whether at all.
 * The conventions of {@link org.bindhost.moniker} hold here too.
 *
 * <p>Source: <i>Internet Component Download and Data Paths</i> and <i>About Cooperative and
 * Asynchronous Data Retrieval</i> of the ActiveX controls documentation.
 */
@Export
@Version("1.0.0")
package org.bindhost.container;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
