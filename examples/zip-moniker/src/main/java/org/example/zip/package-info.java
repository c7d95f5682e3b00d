/** Names of entries in zip archives: a class of monikers as a bundle of its own. */
package org.example.zip;
