/** What holds in every framework: test cases that a module for one of them extends. */
@Export
@Version("1.0.0")
package org.bindhost.itests.cases;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
