/** Controls written against the API alone, as examples of how one is written. */
package org.bindhost.sample;
